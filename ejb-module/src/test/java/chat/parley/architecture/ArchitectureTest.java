package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code of this module stands where the plan of the house says. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(Plan.PARLEY.root());

  @Test
  void theRulesSeeTheHouse() {
    assertThat(HOUSE.contain("chat.parley.journal.boundary.Journal")).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> theHouseFollowsItsRules() {
    return new HouseRules(Plan.PARLEY)
        .all()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
  }
}
