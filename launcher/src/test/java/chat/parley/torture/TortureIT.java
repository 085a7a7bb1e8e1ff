package chat.parley.torture;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.BesideTheOthers;
import chat.parley.testing.RunningParley;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code ./parley torture}: every kind of fault at least once, and nothing wrong
 * afterwards. Its verdicts are about order and content, so a slow machine makes it longer, not red.
 */
@BesideTheOthers
class TortureIT {

  private static final long SEED = 20_261_121;

  @Test
  void nothingIsLostDoubledReorderedLeakedOrStaleWhateverBreaks() {
    Campaign campaign =
        new Campaign(
            RunningParley.project().resolve("launcher/target/torture"),
            SEED,
            Duration.ofSeconds(75),
            System.out::println);

    Campaign.Result result = campaign.run();

    System.out.println(result.line());
    System.out.print(result.findings().report());
    assertThat(result.findings().found()).as(result.findings().report()).isEmpty();
    // And enough has happened for that to mean something.
    assertThat(result.faults().keySet()).containsAll(result.possible());
    assertThat(result.faults().size()).isGreaterThanOrEqualTo(13);
    assertThat(result.findings().tally("messages acknowledged")).isGreaterThan(500);
    assertThat(result.findings().tally("entries received")).isGreaterThan(1_000);
    assertThat(result.findings().tally("connections")).isGreaterThan(30);
    assertThat(result.findings().tally("pages of history")).isGreaterThan(100);
    assertThat(result.findings().tally("sends"))
        .as("messages, sent once or more often")
        .isGreaterThan(result.findings().tally("messages acknowledged"));
    assertThat(result.acknowledgedWithoutBroker()).isPositive();
  }
}
