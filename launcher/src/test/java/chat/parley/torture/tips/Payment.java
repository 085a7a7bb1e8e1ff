package chat.parley.torture.tips;

import chat.parley.testing.DevChain;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;

/** A payment that was promised, and the transactions that its payer has signed for it. */
final class Payment {

  private final List<String> tips = new ArrayList<>();
  private final Payer payer;
  private final JsonNode call;
  private final @Nullable String token;
  private final BigInteger amount;
  private final List<String> hashes = new ArrayList<>();
  private boolean takenBack;

  /**
   * Nothing is signed yet.
   *
   * @param token null for the currency of the chain
   * @param amount one that no other payment has: so the chain tells them apart
   */
  Payment(String tip, Payer payer, JsonNode call, @Nullable String token, BigInteger amount) {
    tips.add(tip);
    this.payer = payer;
    this.call = call;
    this.token = token;
    this.amount = amount;
  }

  /** The tips that it is claimed for: its own, and those of second claims. */
  List<String> tips() {
    return tips;
  }

  void claimedFor(String tip) {
    tips.add(tip);
  }

  Payer payer() {
    return payer;
  }

  JsonNode call() {
    return call;
  }

  @Nullable String token() {
    return token;
  }

  BigInteger amount() {
    return amount;
  }

  void signed(String raw) {
    hashes.add(Hash.sha3(raw));
  }

  /** The transaction that was signed last. */
  String hash() {
    return hashes.get(hashes.size() - 1);
  }

  void takeBack() {
    takenBack = true;
  }

  boolean isTakenBack() {
    return takenBack;
  }

  /** What is true: whether it stands in a block of the chain, and succeeded. */
  boolean isPaid(DevChain chain) {
    return hashes.stream().anyMatch(hash -> chain.succeeded(hash).orElse(false));
  }
}
