package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules find what is wrong: each is held against a small house that breaks it. */
class HouseRulesTest {

  private static final Plan CROOKED = new Plan("chat.parley.architecture.crooked");
  private static final HouseRules RULES = new HouseRules(CROOKED);
  private static final JavaClasses HOUSE = new ClassFileImporter().importPackages(CROOKED.root());

  @ParameterizedTest
  @MethodSource("plantedViolations")
  void everyRuleFindsItsPlantedViolation(ArchRule rule, List<String> findings) {
    assertThatThrownBy(() -> rule.check(HOUSE))
        .isInstanceOf(AssertionError.class)
        .message()
        .contains(findings);
  }

  static Stream<Arguments> plantedViolations() {
    return Stream.of(
        arguments(
            RULES.everyClassHasAPlace(),
            List.of(
                "crooked.gossip.Rumour stands in no feature",
                "crooked.journal.shed.Rake stands in no layer")),
        arguments(
            RULES.featuresPointDown(),
            List.of("journal.boundary looks up", "message.boundary enters journal.control")),
        arguments(RULES.layersPointDown(), List.of("journal.entity looks up")),
        arguments(RULES.noPackageCycles(), List.of("Cycle detected", "journal.control")),
        arguments(
            RULES.packagesAreNullMarked(),
            List.of("crooked.journal.control has no @NullMarked package-info")),
        arguments(RULES.transactionsBeginInTheBoundary(), List.of("control.ClerkImpl")),
        arguments(RULES.sessionBeansAreReferenced(), List.of("Burglar.clerk")),
        arguments(RULES.entitiesStandInEntity(), List.of("boundary.EarlyNews$Notice")),
        arguments(
            RULES.doorsShowNoEntities(),
            List.of("EarlyNews.about", "shows the entity " + CROOKED.root() + ".journal.entity")),
        arguments(RULES.resourcesSayWhoMayCall(), List.of("OpenDoorResource.get()")),
        arguments(RULES.namesAreTheProductsWords(), List.of("ClerkImpl")),
        arguments(RULES.unwantedTypesStayOut(), List.of("java.util.Date")),
        arguments(RULES.timeIsHandedIn(), List.of("Instant.now()")),
        arguments(RULES.chanceIsHandedIn(), List.of("UUID.randomUUID()")),
        arguments(RULES.nobodySleeps(), List.of("TimeUnit.sleep(long)")),
        arguments(RULES.nothingIsPrinted(), List.of("java.lang.System.out", "printStackTrace")),
        arguments(RULES.threadsBelongToTheContainer(), List.of("java.lang.Thread.<init>")));
  }

  @Test
  void aLibraryAwayFromItsHomeIsFound() {
    List<String> broken =
        RULES
            .all()
            .filter(rule -> rule.evaluate(HOUSE).hasViolation())
            .map(ArchRule::getDescription)
            .filter(description -> description.contains("is used only in"))
            .toList();

    assertThat(broken)
        .containsExactly(
            "Jakarta REST is used only in web",
            "JSON is used only in web, ethereum.control, sealing.control");
  }

  @Test
  void everyRuleIsHeldAgainstTheCrookedHouse() {
    long rulesOfTheirOwn = RULES.all().count() - Library.ALL.size();

    assertThat(plantedViolations()).hasSize((int) rulesOfTheirOwn);
  }
}
