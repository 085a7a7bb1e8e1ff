package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables look only down, like the features they belong to. */
class MigrationRulesTest {

  @Test
  void theMigrationsFollowTheRules() {
    Map<Path, String> scripts = MigrationRules.checkedIn();

    assertThat(scripts).isNotEmpty();
    assertThat(MigrationRules.faults(scripts)).isEmpty();
  }

  @Test
  void brokenRulesAreFound() {
    Map<Path, String> scripts =
        Map.of(
            Path.of("journal", "V202611210300__log.sql"),
            "CREATE TABLE entry (account uuid REFERENCES account, kind text REFERENCES kind);",
            Path.of("identity", "V202611210300__accounts.sql"),
            "CREATE TABLE account (stream text REFERENCES entry); -- CREATE TABLE kind",
            Path.of("gossip", "V1__rumours.sql"),
            "");

    assertThat(MigrationRules.faults(scripts))
        .extracting(fault -> fault.replace('\\', '/'))
        .containsExactly(
            "gossip/V1__rumours.sql stands in no folder of a feature",
            "gossip/V1__rumours.sql is not called V<yyyymmddhhmm>__<what>.sql",
            "journal/V202611210300__log.sql has the version of"
                + " identity/V202611210300__accounts.sql",
            "journal/V202611210300__log.sql references account of the later feature identity",
            "journal/V202611210300__log.sql references kind, which no migration creates");
  }
}
