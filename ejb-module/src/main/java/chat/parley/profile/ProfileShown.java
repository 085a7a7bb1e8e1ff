package chat.parley.profile;

import chat.parley.platform.AccountId;

/**
 * A person looks different to others now, or to some of them; fired in the transaction that changes
 * it.
 */
public record ProfileShown(AccountId person) {}
