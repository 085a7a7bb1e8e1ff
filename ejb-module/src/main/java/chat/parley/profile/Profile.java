package chat.parley.profile;

import chat.parley.media.MediaId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells about himself, as only he sees it.
 *
 * @param displayName the name he goes by; empty when it is the user name
 * @param about a few lines; empty when there are none
 * @param birthDate others are shown the {@link AgeBand}; null when it is not told
 * @param gender in his own words; empty when it is not told
 * @param links addresses with https
 * @param picture its name among the uploads; null for none
 */
public record Profile(
    String displayName,
    String about,
    @Nullable LocalDate birthDate,
    String gender,
    List<String> links,
    @Nullable MediaId picture,
    Visibilities visibilities) {

  /** Of those who said nothing. */
  public static final Profile EMPTY =
      new Profile("", "", null, "", List.of(), null, Visibilities.DEFAULT);

  public Profile {
    links = List.copyOf(links);
  }

  /** The same with another picture, or none. */
  public Profile depicted(@Nullable MediaId other) {
    return new Profile(displayName, about, birthDate, gender, links, other, visibilities);
  }

  /** Never says what is in it. */
  @Override
  public String toString() {
    return "a profile";
  }
}
