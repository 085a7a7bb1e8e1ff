package chat.parley.identity;

import chat.parley.platform.AccountId;

/**
 * Somebody has blocked somebody. Told inside the transaction that blocks, before it ends.
 *
 * @param by who wants nothing to do with the other
 */
public record PersonBlocked(AccountId by, AccountId blocked) {}
