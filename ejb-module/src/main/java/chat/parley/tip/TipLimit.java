package chat.parley.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The most of something that somebody lets himself give within a day.
 *
 * @param token null for the currency of the chain
 */
public record TipLimit(long chain, @Nullable Address token, Amount amount) {}
