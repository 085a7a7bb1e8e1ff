package chat.parley.web.rest.contact;

import chat.parley.contact.ContactView;
import chat.parley.conversation.ConversationId;
import chat.parley.web.json.Words;
import chat.parley.web.rest.profile.PersonCardJson;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody stands to the caller. */
@Schema(name = "Contact", description = "How somebody stands to the caller.")
public record ContactJson(
    PersonCardJson person,
    @Schema(
            enumeration = {"none", "sent", "received", "ignored", "declined", "contact"},
            description =
                "A request that the caller has sent or received and that waits, also one that he"
                    + " chose not to answer; declined while he may not ask again.")
        String standing,
    @Schema(
            enumeration = {
              "contact",
              "contact-of-contact",
              "shared-group",
              "shared-interests",
              "unknown"
            },
            description = "What speaks for the person.")
        String tier,
    @Schema(description = "What was written with the request that waits.") @Nullable String note,
    @Schema(description = "When the request that waits was sent.") @Nullable Instant askedAt,
    @Schema(description = "When a declined caller may ask again.") @Nullable Instant again,
    @Schema(description = "The conversation of the two.") @Nullable UUID conversation) {

  static ContactJson of(ContactView view) {
    ConversationId conversation = view.conversation();
    return new ContactJson(
        PersonCardJson.of(view.person()),
        Words.of(view.standing()),
        Words.of(view.tier()),
        Words.orAbsent(view.note()),
        view.askedAt(),
        view.again(),
        conversation == null ? null : conversation.value());
  }
}
