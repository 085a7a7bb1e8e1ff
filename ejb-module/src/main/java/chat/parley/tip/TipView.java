package chat.parley.tip;

import chat.parley.conversation.ConversationId;
import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.TransactionHash;
import chat.parley.platform.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tip as payer and recipient see it.
 *
 * @param address of the recipient
 * @param asset as the settings described it when the tip was promised
 * @param request the entry that asked for it, by what the payer says; null when none did
 * @param fault why it has failed; null unless it has
 * @param hash of the transaction that pays it, as far as is known; null as long as none is claimed
 * @param from the wallet that has paid it, as the chain says; null as long as nothing has
 * @param confirmations the blocks from its own on
 * @param needed how many make it final; 0 as long as that is not known, or the chain says when
 * @param settled whether nothing of it changes any more
 */
public record TipView(
    TipId id,
    ConversationId conversation,
    AccountId payer,
    AccountId recipient,
    Address address,
    long chain,
    Token asset,
    Amount amount,
    @Nullable Long request,
    TipState state,
    @Nullable TipFault fault,
    @Nullable TransactionHash hash,
    @Nullable Address from,
    int confirmations,
    int needed,
    boolean settled,
    Instant createdAt,
    Instant expiresAt,
    Instant changedAt) {}
