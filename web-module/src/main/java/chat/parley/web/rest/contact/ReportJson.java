package chat.parley.web.rest.contact;

import chat.parley.contact.ReportId;
import chat.parley.contact.ReportPerson;
import chat.parley.contact.ReportReason;
import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.web.json.Words;
import java.util.List;
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
        @Nullable List<Long> seqs) {

  ReportPerson wish(ReportId id, AccountId person) {
    return new ReportPerson(
        id,
        person,
        Words.read(ReportReason.class, "/reason", reason),
        words == null ? "" : words,
        Boolean.TRUE.equals(withNote),
        conversation == null ? null : new ConversationId(conversation),
        seqs == null ? List.of() : seqs);
  }
}
