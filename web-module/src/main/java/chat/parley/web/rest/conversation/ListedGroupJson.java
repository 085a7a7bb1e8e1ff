package chat.parley.web.rest.conversation;

import chat.parley.conversation.ListedGroup;
import chat.parley.web.rest.profile.InterestJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group that everybody may find. */
@Schema(name = "ListedGroup", description = "A group that everybody may find.")
public record ListedGroupJson(
    InvitationJson group, @Schema(description = "What it is about.") List<InterestJson> interests) {

  public ListedGroupJson {
    interests = List.copyOf(interests);
  }

  static ListedGroupJson of(ListedGroup listed) {
    return new ListedGroupJson(
        InvitationJson.of(listed.group()), InterestJson.of(listed.interests()));
  }
}
