package chat.parley.tip.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.ChainSight.Block;
import chat.parley.ethereum.TransactionHash;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final TransactionHash HASH =
      TransactionHash.parse("0x" + "7".repeat(64)).orElseThrow();

  private final Outcome settled = in(10, "a", TipState.FINAL, 20);

  @Test
  void whatOnesNodeHasNotHeardOfIsNoContradiction() {
    assertThat(settled.isContradictedBy(in(10, "a", TipState.CONFIRMING, 12))).isFalse();
    assertThat(settled.isContradictedBy(outside(9))).isFalse();
    assertThat(settled.isContradictedBy(settled)).isFalse();
  }

  @Test
  void anotherBlockOrNoneWhereOneIsKnownContradicts() {
    assertThat(settled.isContradictedBy(in(10, "b", TipState.CONFIRMING, 12))).isTrue();
    assertThat(settled.isContradictedBy(in(18, "c", TipState.CONFIRMING, 20))).isTrue();
    assertThat(settled.isContradictedBy(outside(10))).isTrue();
  }

  @Test
  void anotherEndContradicts() {
    Outcome failed = of(Verdict.failed(TipFault.REVERTED, true), 20);
    assertThat(settled.isContradictedBy(failed)).isTrue();
    assertThat(failed.isContradictedBy(in(18, "c", TipState.CONFIRMING, 20))).isTrue();
    assertThat(failed.isContradictedBy(outside(20))).isFalse();
    assertThat(settled.isContradictedBy(in(10, "b", TipState.FINAL, 20))).isTrue();
  }

  private static Outcome in(long number, String block, TipState state, long head) {
    return of(
        new Verdict(
            state,
            null,
            new Block(number, block, Instant.EPOCH),
            -1L,
            null,
            (int) (head - number + 1),
            8,
            state == TipState.FINAL),
        head);
  }

  private static Outcome outside(long head) {
    return of(Verdict.waiting(TipState.SUBMITTED), head);
  }

  private static Outcome of(Verdict verdict, long head) {
    return new Outcome(verdict, HASH, null, null, head);
  }
}
