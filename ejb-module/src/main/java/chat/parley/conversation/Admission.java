package chat.parley.conversation;

import chat.parley.platform.AccountId;

/** Who may begin to talk to whom; what stands above conversations knows. */
@FunctionalInterface
public interface Admission {

  /**
   * Lets somebody pass who may begin a conversation with the other.
   *
   * @param other another account, which exists
   * @throws chat.parley.platform.ParleyException when he may not
   */
  void require(AccountId me, AccountId other);
}
