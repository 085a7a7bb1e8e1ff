package chat.parley.torture.tips;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.BesideTheOthers;
import chat.parley.testing.RunningParley;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Two hundred disturbances of real payments: no tip is final that the chain does not have, none is
 * paid twice, and all that was paid is final in the end.
 */
@BesideTheOthers
class TipTortureIT {

  private static final long SEED = 20_261_123;
  private static final int DISTURBANCES = 200;

  @Test
  void whateverHappensToPaymentsTipsSayWhatTheChainSays(TestReporter reporter) {
    Path home = RunningParley.project().resolve("launcher/target/tip-torture");
    TipCampaign campaign = new TipCampaign(home, SEED, DISTURBANCES, reporter::publishEntry);

    TipCampaign.Result result = campaign.run();

    reporter.publishEntry(result.line());
    assertThat(result.verdict().wrong()).isEmpty();
    // And enough has happened for that to mean something.
    assertThat(result.disturbances()).isGreaterThanOrEqualTo(DISTURBANCES);
    assertThat(result.done()).containsOnlyKeys(Disturbance.values());
    assertThat(result.lies()).isPositive();
    assertThat(result.verdict().paid()).isGreaterThan(50);
    assertThat(result.verdict().unpaid()).isGreaterThan(5);
    assertThat(result.verdict().taken()).isPositive();
    // Operators are told of nodes that cannot be believed, and of those that contradict each other.
    assertThat(campaign.told(TipCampaign.UNBELIEVED)).isPositive();
    assertThat(campaign.told(TipCampaign.CONTRADICTION)).isPositive();
  }
}
