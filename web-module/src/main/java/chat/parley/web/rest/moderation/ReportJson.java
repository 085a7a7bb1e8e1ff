package chat.parley.web.rest.moderation;

import chat.parley.conversation.ConversationId;
import chat.parley.moderation.ReportId;
import chat.parley.moderation.ReportPerson;
import chat.parley.moderation.ReportReason;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.web.json.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What moderators are told of somebody. */
@Schema(name = "Report", description = "What moderators are told of somebody.")
public record ReportJson(
    @Schema(enumeration = {"spam", "abuse", "impersonation", "other"}) String reason,
    @Schema(description = "In one's own words.", maxLength = Limits.REPORT_WORDS_LENGTH)
        @Nullable String words,
    @Schema(description = "Whether to copy what the person wrote with a request that waits.")
        @Nullable Boolean withNote,
    @Schema(description = "The conversation that the messages stand in.")
        @Nullable UUID conversation,
    @Schema(
            description = "Messages of the person, which are copied.",
            maxItems = Limits.REPORT_MESSAGES)
        @Nullable List<Long> seqs,
    @Schema(
            description = "What those of them say that are encrypted end to end.",
            maxItems = Limits.REPORT_MESSAGES)
        @Nullable List<RevealedMessage> revealed) {

  /** What an encrypted message says. */
  @Schema(name = "RevealedMessage", description = "What an encrypted message says.")
  public record RevealedMessage(
      @Schema(description = "The message.") Long seq,
      @Schema(
              description =
                  "What it was before it was encrypted, to the byte: its author has signed the"
                      + " SHA-256 of it.",
              maxLength = Limits.MESSAGE_BODY_BYTES)
          String body) {}

  ReportPerson wish(ReportId id, AccountId person) {
    return new ReportPerson(
        id,
        person,
        Words.read(ReportReason.class, "/reason", reason),
        words == null ? "" : words,
        Boolean.TRUE.equals(withNote),
        conversation == null ? null : new ConversationId(conversation),
        seqs == null ? List.of() : seqs,
        texts());
  }

  private Map<Long, String> texts() {
    Map<Long, String> texts = new HashMap<>();
    for (RevealedMessage each : revealed == null ? List.<RevealedMessage>of() : revealed) {
      texts.put(each.seq(), each.body());
    }
    return texts;
  }
}
