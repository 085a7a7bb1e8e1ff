package chat.parley.profile;

import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as one viewer may see him: what the viewer may not see is as if it were not told.
 *
 * @param displayName null when there is none to see
 * @param about empty when there is nothing to see
 * @param gender empty when there is nothing to see
 * @param shared those of the interests that the viewer has, too
 * @param picture null when there is none to see
 * @param conversation whether the two have a conversation
 */
public record ProfileView(
    AccountId id,
    String username,
    @Nullable String displayName,
    String about,
    @Nullable AgeBand age,
    String gender,
    List<String> links,
    List<Interest> interests,
    List<Interest> shared,
    @Nullable MediaId picture,
    boolean conversation) {

  public ProfileView {
    links = List.copyOf(links);
    interests = List.copyOf(interests);
    shared = List.copyOf(shared);
  }
}
