package chat.parley.ethereum;

/**
 * A transaction that a wallet has signed and nobody has sent yet.
 *
 * @param chain the only one on which it is good
 * @param from whose key has signed it
 * @param nonce its place in the order of the sender
 */
public record SignedTransaction(
    String raw, TransactionHash hash, long chain, Address from, long nonce, WalletCall call) {}
