package chat.parley.profile.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.media.PictureSize;
import chat.parley.media.boundary.Blobs;
import chat.parley.media.boundary.Pictures;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.platform.boundary.AccountRows;
import chat.parley.profile.Profile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody tells about himself, his interests and his picture, as data of his own. */
@ApplicationScoped
public class ProfileData implements PersonalData {

  private static final String INTERESTS =
      "SELECT i.name, i.category, i.maker IS NOT NULL AS waits_for_moderation"
          + " FROM account_interest a JOIN interest i ON i.id = a.interest"
          + " WHERE a.account = ? ORDER BY a.id";

  private static final String VISIBILITIES =
      "SELECT display_name_to, about_to, birth_date_to, gender_to, links_to, interests_to,"
          + " picture_to FROM profile WHERE account = ?";

  private static final String FORGET_INTERESTS = "DELETE FROM account_interest WHERE account = ?";
  private static final String FORGET_OWN_INTERESTS = "DELETE FROM interest WHERE maker = ?";

  private static final String FORGET =
      "WITH l AS (DELETE FROM look_up WHERE account = ?) DELETE FROM profile WHERE account = ?";

  @Inject private AccountRows rows;
  @Inject private ProfileTable profiles;
  @EJB private Pictures pictures;
  @EJB private Blobs blobs;

  @Override
  public String feature() {
    return "profile";
  }

  @Override
  public Set<String> tables() {
    return Set.of("profile", "interest", "account_interest", "look_up", "media_blob");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    ProfileTable.Told told = profiles.of(List.of(account)).get(account);
    if (told == null) {
      return;
    }
    Profile profile = told.profile();
    files.list("profile", "What you tell about yourself.", List.of(record(profile)));
    files.list(
        "profile-visibility",
        "Who may see it.",
        rows.read(account, database -> database.prepareStatement(VISIBILITIES)));
    files.list(
        "interests",
        "Your interests.",
        rows.read(account, database -> database.prepareStatement(INTERESTS)));
    MediaId picture = profile.picture();
    if (picture != null) {
      try {
        files.media(
            "profile-picture",
            "Your picture, in its largest size.",
            pictures.read(picture, PictureSize.PX_512));
      } catch (NotFound gone) {
        // Taken away since the profile was read.
        files.list("profile-picture", "You have no picture any more.", List.of());
      }
    }
  }

  private static Map<String, @Nullable Object> record(Profile profile) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("display_name", profile.displayName());
    record.put("about", profile.about());
    record.put("gender", profile.gender());
    record.put("links", profile.links());
    record.put("birth_date", profile.birthDate() == null ? null : profile.birthDate().toString());
    return record;
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET_INTERESTS));
    rows.change(account, database -> database.prepareStatement(FORGET_OWN_INTERESTS));
    rows.change(account, database -> database.prepareStatement(FORGET));
    blobs.releaseOf(MediaOwner.of(account));
    return false;
  }
}
