package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.TransactionHash;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and the transaction that it is about: the one that was claimed, or another one of the
 * same sender that has taken its place.
 *
 * @param sender whose it is; null when no node has seen it
 * @param nonce its place in the order of its sender
 */
public record Outcome(
    Verdict verdict, TransactionHash hash, @Nullable Address sender, @Nullable Long nonce) {

  Outcome held() {
    return new Outcome(verdict.held(), hash, sender, nonce);
  }

  boolean agrees(Outcome other) {
    return hash.equals(other.hash) && verdict.agrees(other.verdict);
  }
}
