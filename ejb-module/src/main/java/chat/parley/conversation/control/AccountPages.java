package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts that something is noted of in a conversation, page by page, in their order. */
final class AccountPages {

  /** The lowest id there can be. */
  private static final UUID FIRST = new UUID(0, 0);

  private AccountPages() {}

  /**
   * Reads a page.
   *
   * @param sql gives accounts as text, in their order, of the first parameter's conversation and
   *     behind the second parameter's account
   * @param after the last one of the page before; null for the first page
   */
  static List<AccountId> read(
      EntityManager entities,
      String sql,
      ConversationId conversation,
      @Nullable AccountId after,
      int limit) {
    List<?> found =
        entities
            .createNativeQuery(sql)
            .setParameter(1, conversation.value())
            .setParameter(2, after == null ? FIRST : after.value())
            .setMaxResults(limit)
            .getResultList();
    return found.stream().map(id -> new AccountId(UUID.fromString(String.valueOf(id)))).toList();
  }
}
