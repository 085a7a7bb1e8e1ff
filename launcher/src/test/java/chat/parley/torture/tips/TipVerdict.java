package chat.parley.torture.tips;

import chat.parley.testing.DevChain;
import chat.parley.torture.tips.TipLedger.Step;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tips say, compared with the chain when all is over.
 *
 * @param paid payments that stand in the chain
 * @param unpaid payments that do not
 * @param tips all tips; a payment may be claimed for several
 * @param taken how many tips were in a block, and in none again later
 * @param ends how many tips ended in each state
 * @param wrong a sentence for each tip, or sum, that is not as the chain says
 */
record TipVerdict(
    int paid, int unpaid, int tips, int taken, Map<String, Integer> ends, List<String> wrong) {

  /** Compares them. */
  static TipVerdict of(List<Payment> payments, TipLedger ledger, DevChain chain, String till) {
    Comparison comparison = new Comparison(ledger, chain);
    payments.forEach(comparison::compare);
    comparison.compare("ETH", comparison.eth, chain.balance(till));
    comparison.compare("tokens", comparison.tokens, chain.tokens(till));
    return new TipVerdict(
        comparison.paid,
        payments.size() - comparison.paid,
        comparison.tips,
        comparison.taken,
        comparison.ends,
        comparison.wrong);
  }

  /** Everything on one line. */
  String line() {
    return "%,d payments, %,d of them paid, %,d tips for them, %,d taken back, %s, %d wrong"
        .formatted(paid + unpaid, paid, tips, taken, ends, wrong.size());
  }

  private static final class Comparison {

    private final TipLedger ledger;
    private final DevChain chain;
    private final Map<String, Integer> ends = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private BigInteger eth = BigInteger.ZERO;
    private BigInteger tokens = BigInteger.ZERO;
    private int paid;
    private int tips;
    private int taken;

    private Comparison(TipLedger ledger, DevChain chain) {
      this.ledger = ledger;
      this.chain = chain;
    }

    private void compare(Payment payment) {
      boolean isPaid = payment.isPaid(chain);
      paid += isPaid ? 1 : 0;
      int finals = 0;
      for (String tip : payment.tips()) {
        finals += isFinal(tip) ? 1 : 0;
      }
      if (finals != (isPaid ? 1 : 0)) {
        wrong.add(
            "%d of the tips %s are final, and the chain says that it is %s"
                .formatted(finals, payment.tips(), isPaid ? "paid" : "not paid"));
      }
      BigInteger credited = payment.amount().multiply(BigInteger.valueOf(finals));
      if (payment.token() == null) {
        eth = eth.add(credited);
      } else {
        tokens = tokens.add(credited);
      }
    }

    private boolean isFinal(String tip) {
      List<Step> steps = ledger.steps(tip);
      Step last = steps.get(steps.size() - 1);
      tips++;
      taken += steps.stream().anyMatch(step -> step.state().equals("REORGED")) ? 1 : 0;
      ends.merge(last.state().toLowerCase(Locale.ROOT), 1, Integer::sum);
      if (steps.stream().filter(Step::isFinal).count() > (last.isFinal() ? 1 : 0)) {
        wrong.add("the tip " + tip + " was final, and went on: " + steps);
      }
      Long block = last.block();
      if (last.isFinal() && (block == null || !chain.hashOfBlock(block).equals(last.blockHash()))) {
        wrong.add("the tip " + tip + " is final by a block that the chain does not have: " + last);
      }
      return last.isFinal();
    }

    private void compare(String what, BigInteger credited, BigInteger received) {
      if (!credited.equals(received)) {
        wrong.add(
            "final tips say %s of %s, and the wallet has %s".formatted(credited, what, received));
      }
    }
  }
}
