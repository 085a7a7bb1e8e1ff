package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.ChainSight.Block;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipState;
import org.jspecify.annotations.Nullable;

/**
 * What a tip is, by what one node says.
 *
 * @param fault why it has failed; null unless it has
 * @param block that holds the transaction; null when none does
 * @param logIndex which event has paid it, -1 for the transaction itself; null unless something has
 * @param from whose wallet has paid it; null unless something has
 * @param confirmations the blocks from its own on
 * @param needed how many make it final; 0 when the chain says which blocks are
 * @param settled whether nothing of it changes any more
 */
public record Verdict(
    TipState state,
    @Nullable TipFault fault,
    @Nullable Block block,
    @Nullable Long logIndex,
    @Nullable Address from,
    int confirmations,
    int needed,
    boolean settled) {

  /** What waits for the chain, or for the payer. */
  public static Verdict waiting(TipState state) {
    return new Verdict(state, null, null, null, null, 0, 0, false);
  }

  /** The same, for ever. */
  public static Verdict over(TipState state) {
    return new Verdict(state, null, null, null, null, 0, 0, true);
  }

  /** A transaction that does not pay the tip. */
  public static Verdict failed(TipFault fault, boolean settled) {
    return new Verdict(TipState.FAILED, fault, null, null, null, 0, 0, settled);
  }

  /** The same progress, held back where one word is not enough. */
  Verdict held() {
    if (!settled) {
      return this;
    }
    return state == TipState.FINAL
        ? new Verdict(
            TipState.CONFIRMING, null, block, logIndex, from, confirmations, needed, false)
        : new Verdict(state, fault, block, logIndex, from, confirmations, needed, false);
  }

  /** Whether another node says just the same of what matters. */
  boolean agrees(Verdict other) {
    return state == other.state
        && fault == other.fault
        && settled == other.settled
        && String.valueOf(logIndex).equals(String.valueOf(other.logIndex))
        && hashOf(block).equals(hashOf(other.block));
  }

  private static String hashOf(@Nullable Block block) {
    return block == null ? "" : block.hash();
  }
}
