package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationView;
import chat.parley.identity.AccountView;
import chat.parley.platform.AccountId;
import chat.parley.realtime.ConversationOverview;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param kind {@code sealed}
 * @param type {@code direct}
 * @param head the newest entry
 */
public record ConversationJson(
    UUID id,
    String kind,
    String type,
    Instant createdAt,
    List<Member> members,
    long head,
    List<Mark> watermarks) {

  public ConversationJson {
    members = List.copyOf(members);
    watermarks = List.copyOf(watermarks);
  }

  /**
   * A member.
   *
   * @param username null when the account is no more
   * @param joinedSeq the first entry that the member may read
   */
  public record Member(UUID id, @Nullable String username, long joinedSeq) {}

  /** How far a member has come. */
  public record Mark(UUID user, long delivered, long read) {}

  static ConversationJson of(ConversationOverview overview) {
    ConversationView view = overview.conversation();
    return new ConversationJson(
        view.id().value(),
        view.kind().name().toLowerCase(Locale.ROOT),
        "direct",
        view.createdAt(),
        view.members().stream()
            .map(
                member ->
                    new Member(
                        member.account().value(),
                        username(overview.people(), member.account()),
                        member.joinedSeq()))
            .toList(),
        overview.head(),
        overview.watermarks().stream()
            .map(mark -> new Mark(mark.account().value(), mark.delivered(), mark.read()))
            .toList());
  }

  private static @Nullable String username(Map<AccountId, AccountView> people, AccountId account) {
    AccountView person = people.get(account);
    return person == null ? null : person.username();
  }
}
