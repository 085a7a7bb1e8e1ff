package chat.parley.ethereum;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chain on which people pay each other.
 *
 * @param id as EIP-155 has it
 * @param name what people know it by
 * @param currency what it counts fees in
 * @param tokens which may be given besides; nothing else is taken for a token, whatever it calls
 *     itself
 * @param depth after how many blocks, its own included, a payment is final; null when the chain
 *     itself says which blocks are
 * @param blockTime between two blocks
 * @param explorer where people look a transaction up: an address with {@code {hash}} in it; null
 *     when nowhere
 * @param rpc nodes that the wallet of a person may be told of; it is ours that decide
 * @param hasFaucet whether it gives away what is worth nothing, for development
 */
public record Chain(
    long id,
    String name,
    Token currency,
    List<Token> tokens,
    @Nullable Integer depth,
    Duration blockTime,
    @Nullable String explorer,
    List<String> rpc,
    boolean hasFaucet) {

  public Chain {
    tokens = List.copyOf(tokens);
    rpc = List.copyOf(rpc);
  }

  /**
   * Something of which there are amounts.
   *
   * @param address of its contract; null for the currency of the chain
   * @param symbol of a few letters, from our settings and never from the contract
   * @param decimals how many of its digits stand behind the point
   */
  public record Token(@Nullable Address address, String symbol, int decimals, String name) {}

  /** The currency, or a token of the list; empty for every other contract. */
  public Optional<Token> asset(@Nullable Address address) {
    return address == null
        ? Optional.of(currency)
        : tokens.stream().filter(token -> address.equals(token.address())).findFirst();
  }
}
