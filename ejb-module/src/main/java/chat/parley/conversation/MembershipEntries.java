package chat.parley.conversation;

import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;

/**
 * The entries of a conversation's stream that tell who belongs to it. The server alone makes them;
 * the body of those about one person begins with the member {@code account}.
 */
public final class MembershipEntries {

  public static final String JOINED = "member.joined";
  public static final String LEFT = "member.left";
  public static final String REMOVED = "member.removed";
  public static final String DELETED = "conversation.deleted";

  private MembershipEntries() {}

  /** How the body of an entry about this person begins. */
  public static String about(AccountId account) {
    return "{\"account\":\"" + account + '"';
  }

  /** The body of an entry that somebody has left because the account is no more. */
  public static String vanished(AccountId account) {
    return about(account) + ",\"deleted\":true}";
  }

  /** Whether this entry is the last that the account may read. */
  public static boolean end(Entry entry, AccountId account) {
    if (entry.stream().kind() != StreamId.Kind.CONVERSATION) {
      return false;
    }
    return switch (entry.kind()) {
      case DELETED -> true;
      case LEFT, REMOVED -> {
        String body = entry.body();
        yield body != null && body.startsWith(about(account));
      }
      default -> false;
    };
  }
}
