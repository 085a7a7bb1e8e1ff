package chat.parley.web.rest.conversation;

import chat.parley.conversation.GroupListing;
import chat.parley.web.rest.profile.InterestJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether everybody may find a group, and by what. */
@Schema(name = "GroupListing", description = "Whether everybody may find a group, and by what.")
public record GroupListingJson(
    boolean listed, @Schema(description = "What it is about.") List<InterestJson> interests) {

  public GroupListingJson {
    interests = List.copyOf(interests);
  }

  static GroupListingJson of(GroupListing listing) {
    return new GroupListingJson(listing.listed(), InterestJson.of(listing.interests()));
  }
}
