package chat.parley.tip.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.TransactionHash;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.tip.TipId;
import chat.parley.tip.TipState;
import chat.parley.tip.TipView;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final AccountId SOMEBODY = AccountId.next();
  private static final TipId ID = TipId.next();
  private static final ConversationId CONVERSATION = ConversationId.next();

  private static TipView tip(TipState state, int confirmations, int needed) {
    return new TipView(
        ID,
        CONVERSATION,
        SOMEBODY,
        SOMEBODY,
        new Address("0x" + "1".repeat(40)),
        1,
        new Token(null, "ETH", 18, "Ether"),
        new Amount(BigInteger.TEN),
        null,
        state,
        null,
        new TransactionHash("0x" + "a".repeat(64)),
        null,
        confirmations,
        needed,
        false,
        NOW,
        NOW,
        NOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 12, 13, 24, 64, 1_000})
  void aConversationIsToldOfAFewBlocksHoweverManyThereAre(int needed) {
    TipView before = tip(TipState.INCLUDED, 1, needed);
    int told = 1;
    int times = 0;
    for (int n = 2; n < needed; n++) {
      TipView after = tip(TipState.CONFIRMING, n, needed);
      if (Telling.isNews(before, told, after)) {
        told = n;
        times++;
      }
      before = after;
    }
    assertThat(times).isLessThanOrEqualTo(Limits.TIP_STEPS + 1);
    assertThat(Telling.isNews(before, told, tip(TipState.FINAL, needed, needed))).isTrue();
  }

  @Test
  void whatDoesNotChangeIsNoNews() {
    TipView same = tip(TipState.SUBMITTED, 0, 0);

    assertThat(Telling.isNews(same, 0, same)).isFalse();
    assertThat(Telling.isNews(same, 0, tip(TipState.REORGED, 0, 0))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PT12S, PT0S, PT12S",
    "PT12S, PT60S, PT12S",
    "PT12S, PT8M, PT1M",
    "PT12S, PT10H, PT2M",
    "PT0.1S, PT0S, PT0.5S",
    "PT5M, PT10H, PT5M"
  })
  void theLongerNothingHappensTheSeldomerTheChainIsAsked(
      Duration blockTime, Duration since, Duration pause) {
    assertThat(Telling.pause(blockTime, NOW.minus(since), NOW)).isEqualTo(pause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 look", "2 look x 1", "1 look not-an-id 1", "1 look 1 x 1"})
  void aJobOfAnotherFormIsNone(String text) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> TipJob.parse(text))
        .isInstanceOf(TipJob.Unreadable.class);
  }

  @Test
  void aJobIsReadAsItWasWritten() throws TipJob.Unreadable {
    TipJob job = new TipJob(ID, 4);

    assertThat(TipJob.parse(job.text())).isEqualTo(job);
  }

  @Test
  void aFactForOtherSystemsIsACloudEvent() {
    String body = TipNews.event(tip(TipState.CONFIRMING, 2, 3), 5, NOW).body();

    assertThat(body)
        .startsWith("{\"specversion\":\"1.0\",\"id\":\"" + ID + "-5\"")
        .contains("\"type\":\"chat.parley.tip.confirming\"")
        .contains("\"time\":\"2026-11-22T12:00:00.000Z\"")
        .contains("\"amount\":\"10\"")
        .doesNotContain("token\":");
  }
}
