package chat.parley.web.rest.message;

import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.json.Words;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a message has come with one member. */
@Schema(name = "Receipt", description = "How far a message has come with one member.")
public record ReceiptJson(
    UUID id,
    @Schema(description = "Absent when the account is no more.", example = "ada")
        @Nullable String username,
    @Schema(enumeration = {"sent", "delivered", "read"}) String state) {

  static ReceiptJson of(Overviews.Received received) {
    Overviews.Seated seated = received.seated();
    return new ReceiptJson(
        seated.membership().account().value(),
        seated.person() == null ? null : seated.person().username(),
        Words.of(received.receipt()));
  }
}
