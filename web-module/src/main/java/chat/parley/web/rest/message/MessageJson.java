package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationView;
import chat.parley.conversation.Membership;
import chat.parley.journal.Entry;
import chat.parley.platform.AccountId;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message, as programs see it. */
@Schema(
    name = "Message",
    description =
        "A message. Reactions, edits and pins are messages too, which name the one they are about;"
            + " of several edits by its author the last one counts.")
public record MessageJson(
    @Schema(description = "Names this message for ever.", maxLength = 60) String messageId,
    @Schema(description = "Where it stands.") UUID conversationId,
    @Schema(description = "Its place in the conversation: the order of messages.", minimum = "1")
        long seq,
    @Schema(description = "Who wrote it; absent for a notice of the system.")
        @Nullable UUID senderId,
    @Schema(description = "Whom it was written to; absent in a group.") @Nullable UUID recipientId,
    @Schema(description = "The group; absent between two people.") @Nullable UUID groupId,
    @Schema(
            enumeration = {"text", "edit", "reaction", "pin", "erased", "unsupported"},
            description = "What it is; 'unsupported' needs a newer client.")
        String type,
    @Schema(description = "The text of a text or an edit, the emoji of a reaction.")
        @Nullable String content,
    @Schema(description = "When it was stored; for display, since seq is the order.")
        Instant timestamp,
    @Schema(description = "When it is erased; absent when it stays.") @Nullable Instant expiresAt,
    @Nullable Metadata metadata) {

  /** The word of a message in the log. */
  private static final String KIND = "message";

  /** What a message says beside its text. */
  @Schema(name = "MessageMetadata", description = "What a message says beside its text.")
  public record Metadata(
      @Schema(description = "The seq of the message it answers.", minimum = "1")
          @Nullable Long replyTo,
      @Schema(description = "The seq of the message that it changes.", minimum = "1")
          @Nullable Long target,
      @Schema(description = "Whether a reaction or a pin is set or taken back.")
          @Nullable Boolean on,
      @Nullable List<Mention> mentions,
      @Schema(description = "True when it was first written elsewhere.")
          @Nullable Boolean forwarded) {

    public Metadata {
      mentions = mentions == null ? null : List.copyOf(mentions);
    }
  }

  /** Somebody who is named in the text. */
  @Schema(name = "Mention", description = "Somebody who is named in the text.")
  public record Mention(
      UUID account,
      @Schema(description = "Where, in UTF-16 units.", minimum = "0") int from,
      @Schema(description = "How long, in UTF-16 units.", minimum = "1") int length) {}

  static boolean isMessage(Entry entry) {
    return entry.kind().equals(KIND);
  }

  /** The message of an entry of a direct conversation. */
  static MessageJson direct(Entry entry, ConversationView conversation, AccountId viewer) {
    AccountId by = entry.by();
    AccountId recipient =
        by == null
            ? viewer
            : conversation.members().stream()
                .map(Membership::account)
                .filter(member -> !member.equals(by))
                .findFirst()
                .orElse(viewer);
    return of(entry, recipient.value(), null);
  }

  /** The message of an entry of a group. */
  static MessageJson group(Entry entry) {
    return of(entry, null, entry.stream().owner());
  }

  private static MessageJson of(Entry entry, @Nullable UUID recipient, @Nullable UUID group) {
    MessageBody body = MessageBody.read(entry.body());
    UUID conversation = entry.stream().owner();
    AccountId by = entry.by();
    return new MessageJson(
        conversation + "." + entry.seq(),
        conversation,
        entry.seq(),
        by == null ? null : by.value(),
        recipient,
        group,
        Words.of(body.type()),
        body.content(),
        entry.at(),
        entry.expiresAt(),
        body.metadata());
  }
}
