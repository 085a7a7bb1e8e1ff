package chat.parley.ethereum;

/**
 * Where a transaction stands among those of its sender. The chain takes one for each place: another
 * one there is what a wallet sent in its stead.
 *
 * @param nonce from 0
 */
public record PlaceOfTransaction(Address sender, long nonce) {}
