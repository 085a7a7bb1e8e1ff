package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationView;
import chat.parley.conversation.GroupView;
import chat.parley.identity.AccountView;
import chat.parley.notification.ConversationNotifications;
import chat.parley.platform.AccountId;
import chat.parley.realtime.ConversationOverview;
import chat.parley.realtime.Presence;
import chat.parley.realtime.PresenceState;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation. */
@Schema(name = "Conversation", description = "A conversation of the caller.")
public record ConversationJson(
    UUID id,
    @Schema(enumeration = {"sealed", "e2ee"}) String kind,
    @Schema(enumeration = {"direct", "group"}) String type,
    Instant createdAt,
    @Schema(
            description =
                "Both of a direct conversation; empty for a group, whose members have a list of"
                    + " their own.")
        List<Member> members,
    @Schema(description = "The first entry that the caller may read.", minimum = "1")
        long joinedSeq,
    @Schema(
            description = "The last entry that the caller may read; absent while he is a member.",
            minimum = "1")
        @Nullable Long leftSeq,
    @Schema(
            description = "Of a group; when the caller has left it, its name at that time.",
            example = "Sunday walks")
        @Nullable String name,
    @Schema(description = "Of a group, for its members.") @Nullable String description,
    @Schema(
            description =
                "Of a group that has one, for its members: the id that its picture has got.")
        @Nullable UUID picture,
    @Schema(description = "Of a group, for its members.", minimum = "1")
        @Nullable Integer memberCount,
    @Schema(
            description = "The caller's, in a group.",
            enumeration = {"member", "admin", "owner"})
        @Nullable String role,
    @Schema(description = "Of a group, for its members.") @Nullable GroupSettingsJson settings,
    @Schema(
            description =
                "The number of the newest entry; when the caller has left, of the last one for"
                    + " him.",
            minimum = "1")
        long head,
    @Schema(
            description =
                "One for each member who came anywhere. Of a group with more than 50 members only"
                    + " the caller's own.")
        List<Mark> watermarks,
    @Schema(description = "Of the other of a direct conversation; absent when nothing may be told.")
        @Nullable PresenceJson presence,
    @Schema(
            description =
                "About which messages the caller wants to be told: every one, those that name the"
                    + " caller, or none.",
            enumeration = {"all", "mentions", "none"})
        String notifications,
    @Schema(description = "Until then about nothing; absent when not muted.")
        @Nullable Instant mutedUntil) {

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

  /** How somebody is there. */
  @Schema(name = "Presence", description = "Whether somebody is there, and when he last was.")
  public record PresenceJson(
      @Schema(
              enumeration = {"active", "away"},
              description = "Absent when the person is not connected.")
          @Nullable String state,
      @Schema(description = "To the minute; absent when that is not known.")
          @Nullable Instant lastSeen) {

    static @Nullable PresenceJson of(@Nullable Presence presence) {
      if (presence == null || presence.equals(Presence.UNKNOWN)) {
        return null;
      }
      PresenceState state = presence.state();
      return new PresenceJson(state == null ? null : Words.of(state), presence.lastSeen());
    }
  }

  /** How far a member has come. */
  @Schema(name = "Watermark", description = "How far a member has come; both numbers only grow.")
  public record Mark(
      UUID user,
      @Schema(description = "The last entry that reached a device.", minimum = "0") long delivered,
      @Schema(description = "The last entry that was seen.", minimum = "0") long read) {}

  static ConversationJson of(ConversationOverview overview, ConversationNotifications wish) {
    ConversationView view = overview.conversation();
    GroupView group = view.group();
    return new ConversationJson(
        view.id().value(),
        Words.of(view.kind()),
        Words.of(view.type()),
        view.createdAt(),
        view.members().stream()
            .map(
                member ->
                    new Member(
                        member.account().value(),
                        username(overview.people(), member.account()),
                        member.joinedSeq()))
            .toList(),
        view.own().joinedSeq(),
        view.own().leftSeq(),
        view.name(),
        group == null ? null : group.description(),
        group == null ? null : group.picture(),
        group == null ? null : group.members(),
        group == null ? null : Words.of(view.own().role()),
        group == null ? null : GroupSettingsJson.of(group.settings()),
        overview.head(),
        overview.watermarks().stream()
            .map(mark -> new Mark(mark.account().value(), mark.delivered(), mark.read()))
            .toList(),
        PresenceJson.of(overview.presence()),
        Words.of(wish.level()),
        wish.mutedUntil());
  }

  private static @Nullable String username(Map<AccountId, AccountView> people, AccountId account) {
    AccountView person = people.get(account);
    return person == null ? null : person.username();
  }
}
