package chat.parley.conversation.control;

import chat.parley.platform.AccountId;

/** Two different people, the lower id first, whoever of them asks. */
record DirectPair(AccountId low, AccountId high) {

  static DirectPair of(AccountId one, AccountId other) {
    // The text of a UUID orders as PostgreSQL does; UUID.compareTo does not.
    int order = one.toString().compareTo(other.toString());
    if (order == 0) {
      throw new IllegalArgumentException("one person is no pair");
    }
    return order < 0 ? new DirectPair(one, other) : new DirectPair(other, one);
  }
}
