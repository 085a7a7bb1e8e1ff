package chat.parley.tip.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.ChainSight;
import chat.parley.ethereum.ChainSight.Block;
import chat.parley.ethereum.ChainSight.Inclusion;
import chat.parley.ethereum.ChainSight.Transaction;
import chat.parley.ethereum.ChainSight.Transfer;
import chat.parley.ethereum.TransactionHash;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipState;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TipRulesTest {

  private static final Address AMY = address('1');
  private static final Address BEN = address('2');
  private static final Address EVE = address('3');
  private static final Address TOKEN = address('4');
  private static final Address TWIN = address('5');
  private static final TransactionHash HASH = new TransactionHash("0x" + "a".repeat(64));
  private static final Instant PROMISED = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant EXPIRES = PROMISED.plus(Duration.ofMinutes(30));
  private static final Instant IN_TIME = PROMISED.plusSeconds(60);
  private static final BigInteger AMOUNT = BigInteger.valueOf(500);
  private static final Duration BLOCK = Duration.ofSeconds(12);
  private static final int DEPTH = 3;

  private static Address address(char digit) {
    return new Address("0x" + String.valueOf(digit).repeat(40));
  }

  private static TipTerms terms(@Nullable Address token) {
    return new TipTerms(token, new Amount(AMOUNT), Set.of(AMY), BEN, PROMISED, EXPIRES);
  }

  private static Transaction payment(Address from, @Nullable Address to, BigInteger value) {
    return new Transaction(HASH, from, to, value, 7);
  }

  private static Block block(long number, Instant time) {
    return new Block(number, "0x" + number, time);
  }

  private static ChainSight seen(
      long head, @Nullable Transaction transaction, @Nullable Inclusion inclusion) {
    return new ChainSight(block(head, IN_TIME), null, transaction, inclusion, null);
  }

  private static Inclusion in(Instant time, Transfer... transfers) {
    return new Inclusion(block(100, time), true, List.of(transfers));
  }

  private static Transfer moves(Address token, Address from, Address to, long units) {
    return new Transfer(9, token, from, to, BigInteger.valueOf(units));
  }

  private static Verdict judge(TipTerms terms, ChainSight sight) {
    return TipRules.judge(terms, sight, DEPTH, BLOCK, false);
  }

  @ParameterizedTest
  @CsvSource({"100, INCLUDED, 1", "101, CONFIRMING, 2", "102, FINAL, 3", "900, FINAL, 3"})
  void aPaymentBecomesFinalByDepth(long head, TipState state, int confirmations) {
    Verdict verdict = judge(terms(null), seen(head, payment(AMY, BEN, AMOUNT), in(IN_TIME)));

    assertThat(verdict.state()).isEqualTo(state);
    assertThat(verdict.confirmations()).isEqualTo(confirmations);
    assertThat(verdict.logIndex()).isEqualTo(-1);
    assertThat(verdict.settled()).isEqualTo(state == TipState.FINAL);
  }

  @ParameterizedTest
  @CsvSource({"99, CONFIRMING", "100, FINAL"})
  void whereTheChainSaysWhatIsFinalNoDepthIs(long finalized, TipState state) {
    ChainSight sight =
        new ChainSight(
            block(9_000, IN_TIME), finalized, payment(AMY, BEN, AMOUNT), in(IN_TIME), null);

    assertThat(TipRules.judge(terms(null), sight, null, BLOCK, false).state()).isEqualTo(state);
  }

  @Test
  void whatIsInNoBlockWaitsAndWhatWasInOneIsReorganized() {
    ChainSight pending = seen(100, payment(AMY, BEN, AMOUNT), null);

    assertThat(judge(terms(null), pending).state()).isEqualTo(TipState.SUBMITTED);
    assertThat(TipRules.judge(terms(null), pending, DEPTH, BLOCK, true).state())
        .isEqualTo(TipState.REORGED);
    assertThat(judge(terms(null), seen(100, null, null)).state()).isEqualTo(TipState.SUBMITTED);
  }

  @Test
  void whatIsInNoBlockExpiresByTheTimeOfTheChainAndIsOverALittleLater() {
    ChainSight after = new ChainSight(block(100, EXPIRES.plusSeconds(1)), null, null, null, null);
    ChainSight later =
        new ChainSight(
            block(103, EXPIRES.plus(BLOCK.multipliedBy(DEPTH)).plusSeconds(1)),
            null,
            null,
            null,
            null);

    assertThat(judge(terms(null), after)).isEqualTo(Verdict.waiting(TipState.EXPIRED));
    assertThat(judge(terms(null), later)).isEqualTo(Verdict.over(TipState.EXPIRED));
  }

  @Test
  void whatWasSignedWronglyFailsBeforeItIsInABlock() {
    assertFault(seen(100, payment(EVE, BEN, AMOUNT), null), null, TipFault.FOREIGN_SENDER, true);
    assertFault(seen(100, payment(AMY, EVE, AMOUNT), null), null, TipFault.WRONG_RECIPIENT, true);
    assertFault(seen(100, payment(AMY, null, AMOUNT), null), null, TipFault.WRONG_RECIPIENT, true);
    assertFault(
        seen(100, payment(AMY, BEN, AMOUNT.add(BigInteger.ONE)), null),
        null,
        TipFault.WRONG_AMOUNT,
        true);
  }

  @Test
  void whatFailsInABlockFailsForGoodOnlyWhenTheBlockStays() {
    Transaction paid = payment(AMY, BEN, AMOUNT);
    Inclusion reverted = new Inclusion(block(100, IN_TIME), false, List.of());

    assertFault(seen(100, paid, reverted), null, TipFault.REVERTED, false);
    assertFault(seen(102, paid, reverted), null, TipFault.REVERTED, true);
    assertFault(seen(102, paid, in(EXPIRES.plusSeconds(1))), null, TipFault.TOO_LATE, true);
    assertFault(seen(102, paid, in(PROMISED.minusSeconds(61))), null, TipFault.TOO_EARLY, true);
    assertThat(judge(terms(null), seen(102, paid, in(PROMISED.minusSeconds(59)))).state())
        .isEqualTo(TipState.FINAL);
    assertThat(judge(terms(null), seen(102, paid, in(EXPIRES))).state()).isEqualTo(TipState.FINAL);
  }

  @Test
  void ofATokenTheEventsOfItsContractSayWhatWasPaid() {
    // A wallet that is a contract pays by the transaction of somebody else.
    Transaction relayed = payment(EVE, EVE, BigInteger.ZERO);

    Verdict paid =
        judge(
            terms(TOKEN),
            seen(
                102,
                relayed,
                in(IN_TIME, moves(TOKEN, EVE, BEN, 500), moves(TOKEN, AMY, BEN, 500))));
    assertThat(paid.state()).isEqualTo(TipState.FINAL);
    assertThat(paid.logIndex()).isEqualTo(9);

    assertToken(TipFault.WRONG_TOKEN);
    assertToken(TipFault.WRONG_TOKEN, moves(TWIN, AMY, BEN, 500));
    assertToken(TipFault.FOREIGN_SENDER, moves(TOKEN, EVE, BEN, 500));
    assertToken(TipFault.WRONG_RECIPIENT, moves(TOKEN, AMY, EVE, 500));
    assertToken(TipFault.WRONG_AMOUNT, moves(TOKEN, AMY, BEN, 495), moves(TOKEN, AMY, TOKEN, 5));
    assertToken(TipFault.AMBIGUOUS, moves(TOKEN, AMY, BEN, 500), moves(TOKEN, AMY, BEN, 500));
  }

  @Property
  void noOtherAmountPaysATipAndNoOtherDepthMakesItFinal(
      @ForAll
          @BigRange(
              min = "0",
              max =
                  "115792089237316195423570985008687907853269984665640564039457584007913129639935")
          BigInteger value,
      @ForAll @IntRange(max = 20) int after) {
    Verdict verdict = judge(terms(null), seen(100 + after, payment(AMY, BEN, value), in(IN_TIME)));

    assertThat(verdict.state() == TipState.FINAL)
        .isEqualTo(value.equals(AMOUNT) && after + 1 >= DEPTH);
    assertThat(verdict.fault() == null).isEqualTo(value.equals(AMOUNT));
  }

  @Property
  void whatIsHeldBackIsNeverOver(@ForAll TipState state, @ForAll boolean settled) {
    Verdict verdict = new Verdict(state, null, block(1, IN_TIME), -1L, null, 3, 3, settled);

    assertThat(verdict.held().settled()).isFalse();
    assertThat(settled && verdict.held().state() == TipState.FINAL).isFalse();
  }

  private static void assertFault(
      ChainSight sight, @Nullable Address token, TipFault fault, boolean settled) {
    Verdict verdict = judge(terms(token), sight);
    assertThat(verdict.fault()).isEqualTo(fault);
    assertThat(verdict.state()).isEqualTo(TipState.FAILED);
    assertThat(verdict.settled()).isEqualTo(settled);
    assertThat(verdict.logIndex()).isNull();
  }

  private static void assertToken(TipFault fault, Transfer... transfers) {
    assertFault(
        seen(102, payment(AMY, TOKEN, BigInteger.ZERO), in(IN_TIME, transfers)),
        TOKEN,
        fault,
        true);
  }
}
