package chat.parley.torture.tips;

import chat.parley.testing.DevChain;
import chat.parley.testing.Person;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody who gives tips, and what his wallet wants in each place of its order. */
final class Payer {

  private static final long USUAL_PRICE = 3;

  /** A transaction that takes the place of another one costs at least a tenth more. */
  private static final long DEARER = 2;

  private final Person person;
  private final Wallet wallet;
  private final DevChain chain;
  private final List<Slot> slots = new ArrayList<>();

  /** A transaction in its place: what is wanted there now. */
  private static final class Slot {
    private final Payment payment;
    private String raw;
    private long price;

    private Slot(Payment payment, String raw, long price) {
      this.payment = payment;
      this.raw = raw;
      this.price = price;
    }
  }

  Payer(Person person, Wallet wallet, DevChain chain) {
    this.person = person;
    this.wallet = wallet;
    this.chain = chain;
  }

  Person person() {
    return person;
  }

  /** Signs a payment for the next place. */
  String sign(Payment payment) {
    String raw = wallet.transaction(payment.call(), slots.size(), USUAL_PRICE);
    slots.add(new Slot(payment, raw, USUAL_PRICE));
    payment.signed(raw);
    return raw;
  }

  /** What stands in no block. */
  private Stream<Slot> waiting() {
    return slots
        .subList((int) Math.min(slots.size(), chain.count(wallet.address())), slots.size())
        .stream();
  }

  /** A payment that stands in no block and was not taken back. */
  Optional<Payment> pending() {
    return waiting()
        .map(slot -> slot.payment)
        .filter(payment -> !payment.isTakenBack())
        .findFirst();
  }

  /** Sends the same again, at a higher price. */
  void speedUp(Payment payment) {
    payment.signed(instead(payment, payment.call()));
  }

  /** Gives something else in its place, which pays nobody. */
  void takeBack(Payment payment) {
    payment.takeBack();
    ObjectNode nothing = ((ObjectNode) payment.call().deepCopy()).put("data", "0x");
    instead(payment, nothing.put("to", wallet.address()).put("value", "0x1"));
  }

  String address() {
    return wallet.address();
  }

  /** The nonce of a payment. */
  int placeOf(Payment payment) {
    int place = 0;
    while (slots.get(place).payment != payment) {
      place++;
    }
    return place;
  }

  private String instead(Payment payment, JsonNode call) {
    int place = placeOf(payment);
    Slot slot = slots.get(place);
    slot.price *= DEARER;
    slot.raw = wallet.transaction(call, place, slot.price);
    chain.offer(slot.raw);
    return slot.raw;
  }

  /** Sends everything again that stands in no block. */
  void sendAgain() {
    waiting().toList().forEach(slot -> chain.offer(slot.raw));
  }

  /** Whether the chain has all that this wallet wants. */
  boolean isDone() {
    return waiting().findAny().isEmpty();
  }
}
