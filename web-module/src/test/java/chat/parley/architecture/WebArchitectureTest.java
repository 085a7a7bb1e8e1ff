package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The doors of the product stand above all features and follow the rules of the house. */
class WebArchitectureTest {

  private static final JavaClasses DOORS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(Plan.PARLEY.root() + "." + Plan.WEB);

  @Test
  void theRulesSeeTheDoors() {
    assertThat(DOORS.contain("chat.parley.web.spa.SpaRoute")).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> theDoorsFollowTheRules() {
    return new HouseRules(Plan.PARLEY)
        .all()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(DOORS)));
  }
}
