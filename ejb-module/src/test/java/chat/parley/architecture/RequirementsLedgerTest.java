package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.architecture.RequirementsLedger.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every requirement stands in the ledger once, and what is called met names tests that exist. */
class RequirementsLedgerTest {

  private static final TestCatalogue CATALOGUE =
      new TestCatalogue(
          Map.of(
              "JournalTest.java",
              List.of("@Test\n  void keepsOrder() {}"),
              "chat.e2e.ts",
              List.of("test('two people chat', async () => {})")));

  @Test
  void theLedgerHolds() {
    RequirementsLedger ledger = RequirementsLedger.parse(SourceTree.read("docs/requirements.md"));

    assertThat(ledger.lines()).extracting(Line::number).isEqualTo(RequirementsLedger.numbersOwed());
    assertThat(ledger.faults(TestCatalogue.ofThisRepository())).isEmpty();
  }

  @Test
  void thereAre327NumbersAnd18Conflicts() {
    assertThat(RequirementsLedger.numbersOwed())
        .hasSize(327 + 18)
        .doesNotHaveDuplicates()
        .startsWith("S0-01")
        .contains("S0-99", "S1-55", "S2-37", "S3-95", "S4-41")
        .endsWith("K18");
  }

  @Test
  void missingAndDoubledNumbersAreFound() {
    assertThat(faultsOf("| S0-01 | a | open | |\n| S0-01 | a | open | |\n| S9-01 | b | open | |"))
        .contains("S0-02 is missing", "S0-01 stands there twice", "S9-01 is not a number we know")
        .doesNotContain("S0-01 is missing");
  }

  @Test
  void aMetLineMustNameATestThatExists() {
    String ledger =
        """
        | S0-01 | a | met | |
        | S0-02 | a | met | `JournalTest.keepsOrder`, `chat.e2e.ts > two people chat` |
        | S0-03 | a | met | `JournalTest.losesOrder` |
        | S0-04 | a | met | `chat.e2e.ts > three people chat` |
        | S0-05 | a \\| b | met | `OtherTest.keepsOrder` |
        """;

    assertThat(faultsOf(ledger))
        .filteredOn(fault -> !fault.endsWith("is missing"))
        .containsExactly(
            "S0-01 is met but names no test",
            "S0-03 names a test that is not there: JournalTest.losesOrder",
            "S0-04 names a test that is not there: chat.e2e.ts > three people chat",
            "S0-05 names a test that is not there: OtherTest.keepsOrder");
  }

  @Test
  void everyStateAsksForItsProof() {
    String ledger =
        """
        | S0-01 | a | partly | `JournalTest.keepsOrder` |
        | S0-02 | a | partly | missing: all of it |
        | S0-03 | a | documented | |
        | S0-04 | a | documented | [Scaling](scaling.md) |
        | S0-05 | a | open | `JournalTest.keepsOrder` |
        """;

    assertThat(faultsOf(ledger))
        .filteredOn(fault -> !fault.endsWith("is missing"))
        .containsExactly(
            "S0-01 is partly met but does not say what it lacks",
            "S0-02 is partly met but names no test",
            "S0-03 is documented but links no page",
            "S0-05 is open but names a test");
  }

  private static List<String> faultsOf(String ledger) {
    return RequirementsLedger.parse(ledger).faults(CATALOGUE);
  }
}
