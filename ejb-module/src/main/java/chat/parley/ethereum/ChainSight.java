package chat.parley.ethereum;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node says about a transaction, all of it asked for at one time. It is what that node
 * believes: whoever decides by it compares it with what was promised.
 *
 * @param head the newest block
 * @param finalized up to which block the chain says that nothing changes any more; null when it was
 *     not asked
 * @param transaction null when the node does not know it
 * @param inclusion null when it is in no block of the chain as it is now
 * @param successor another transaction that took its place in the order of its sender; null when
 *     none did, or it was not found
 */
public record ChainSight(
    Block head,
    @Nullable Long finalized,
    @Nullable Transaction transaction,
    @Nullable Inclusion inclusion,
    @Nullable TransactionHash successor) {

  /**
   * A block of the chain.
   *
   * @param time as the block says it, in seconds
   */
  public record Block(long number, String hash, Instant time) {}

  /**
   * What was signed.
   *
   * @param from whose key has signed it
   * @param to null when it makes a contract
   * @param value in the smallest units of the currency
   * @param nonce its place in the order of the sender
   */
  public record Transaction(
      TransactionHash hash, Address from, @Nullable Address to, BigInteger value, long nonce) {}

  /**
   * What became of it in a block.
   *
   * @param succeeded false when it failed, and did nothing but cost a fee
   * @param transfers what tokens say that they have moved, by the contracts that say so
   */
  public record Inclusion(Block block, boolean succeeded, List<Transfer> transfers) {

    public Inclusion {
      transfers = List.copyOf(transfers);
    }
  }

  /**
   * The event {@code Transfer} of ERC-20.
   *
   * @param index its place among the events of the block
   * @param token the contract that says so
   */
  public record Transfer(long index, Address token, Address from, Address to, BigInteger value) {}
}
