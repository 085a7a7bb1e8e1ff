package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.ChainSight.Block;
import chat.parley.ethereum.TransactionHash;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and the transaction that it is about: the one that was claimed, or another one of the
 * same sender that has taken its place.
 *
 * @param sender whose it is; null when no node has seen it
 * @param nonce its place in the order of its sender
 * @param head the number of the newest block that the node knew
 */
public record Outcome(
    Verdict verdict,
    TransactionHash hash,
    @Nullable Address sender,
    @Nullable Long nonce,
    long head) {

  Outcome held() {
    return new Outcome(verdict.held(), hash, sender, nonce, head);
  }

  boolean agrees(Outcome other) {
    return hash.equals(other.hash) && verdict.agrees(other.verdict);
  }

  /**
   * Whether another node cannot be right where this one, which says that all is settled, is. A
   * block that the other one has not heard of yet is no contradiction; one that it knows without
   * what this one saw in it is.
   */
  boolean isContradictedBy(Outcome other) {
    if (other.verdict.settled()) {
      return !agrees(other);
    }
    Block block = verdict.block();
    Block another = other.verdict.block();
    if (block == null || another == null) {
      return another != null || (block != null && other.head >= block.number());
    }
    return !block.hash().equals(another.hash());
  }
}
