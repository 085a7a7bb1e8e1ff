package chat.parley.web.rest.conversation;

import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.json.Words;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member with his role. */
@Schema(name = "GroupMember", description = "A member with the role that he has.")
public record GroupMemberJson(
    UUID id,
    @Schema(description = "Absent when the account is no more.", example = "ada")
        @Nullable String username,
    @Schema(enumeration = {"member", "admin", "owner"}) String role,
    @Schema(description = "The first entry that the member may read.", minimum = "1")
        long joinedSeq) {

  static GroupMemberJson of(Overviews.Seated seated) {
    return new GroupMemberJson(
        seated.membership().account().value(),
        seated.person() == null ? null : seated.person().username(),
        Words.of(seated.membership().role()),
        seated.membership().joinedSeq());
  }
}
