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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation. */
@Schema(name = "Conversation", description = "A conversation of the caller.")
public record ConversationJson(
    UUID id,
    @Schema(enumeration = "sealed") String kind,
    @Schema(enumeration = "direct") String type,
    Instant createdAt,
    List<Member> members,
    @Schema(description = "The number of the newest entry.", minimum = "1") long head,
    @Schema(description = "One for each member.") List<Mark> watermarks) {

  public ConversationJson {
    members = List.copyOf(members);
    watermarks = List.copyOf(watermarks);
  }

  /** A member. */
  @Schema(name = "Member", description = "A member of a conversation.")
  public record Member(
      UUID id,
      @Schema(description = "Absent when the account is no more.", example = "ada")
          @Nullable String username,
      @Schema(description = "The first entry that the member may read.", minimum = "1")
          long joinedSeq) {}

  /** How far a member has come. */
  @Schema(name = "Watermark", description = "How far a member has come; both numbers only grow.")
  public record Mark(
      UUID user,
      @Schema(description = "The last entry that reached a device.", minimum = "0") long delivered,
      @Schema(description = "The last entry that was seen.", minimum = "0") long read) {}

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
