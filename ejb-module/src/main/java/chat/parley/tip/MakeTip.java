package chat.parley.tip;

import chat.parley.conversation.ConversationId;
import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Promise a tip.
 *
 * @param key the idempotency key of the device
 * @param token null for the currency of the chain
 * @param request the entry of the conversation that asks for it; null when none does
 */
public record MakeTip(
    AccountId payer,
    DeviceId device,
    UUID key,
    ConversationId conversation,
    AccountId recipient,
    long chain,
    @Nullable Address token,
    Amount amount,
    @Nullable Long request) {

  public MakeTip {
    if (payer.equals(recipient)) {
      throw new InvalidInput("/recipient", "You cannot tip yourself.");
    }
    if (request != null && request < 1) {
      throw new InvalidInput("/request", "The number of an entry is 1 or more.");
    }
  }
}
