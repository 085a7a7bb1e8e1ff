package chat.parley.profile;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of one's own profile; what is null stays as it is, and what is empty is removed.
 *
 * @param birthDate a day as ISO 8601 writes it, from 1900 on
 */
public record ProfileChange(
    @Nullable String displayName,
    @Nullable String about,
    @Nullable String birthDate,
    @Nullable String gender,
    @Nullable List<String> links,
    VisibilitiesChange visibilities) {

  private static final LocalDate FIRST_BIRTH_DATE = LocalDate.of(1900, 1, 1);
  private static final int DATE_LENGTH = "2000-01-31".length();

  public ProfileChange {
    if (displayName != null) {
      displayName = ProfileTexts.line("/displayName", displayName, Limits.DISPLAY_NAME_LENGTH);
    }
    if (about != null) {
      about = ProfileTexts.lines("/about", about, Limits.ABOUT_LENGTH);
    }
    if (gender != null) {
      gender = ProfileTexts.line("/gender", gender, Limits.GENDER_LENGTH);
    }
    if (links != null) {
      links = checked(links);
    }
    if (birthDate != null && !birthDate.isEmpty()) {
      date(birthDate);
    }
  }

  /**
   * The profile with this change.
   *
   * @param today the day in UTC
   * @throws InvalidInput when the birth date has not come yet
   */
  public Profile of(Profile before, LocalDate today) {
    LocalDate birth =
        birthDate == null ? before.birthDate() : birthDate.isEmpty() ? null : date(birthDate);
    // Somewhere it is tomorrow already.
    if (birth != null && birth.isAfter(today.plusDays(1))) {
      throw new InvalidInput("/birthDate", "A birth date lies in the past.");
    }
    return new Profile(
        displayName == null ? before.displayName() : displayName,
        about == null ? before.about() : about,
        birth,
        gender == null ? before.gender() : gender,
        links == null ? before.links() : links,
        before.picture(),
        visibilities.of(before.visibilities()));
  }

  /** Never says what is in it. */
  @Override
  public String toString() {
    return "a change of a profile";
  }

  private static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (text.length() == DATE_LENGTH && !date.isBefore(FIRST_BIRTH_DATE)) {
        return date;
      }
    } catch (DateTimeException e) {
      // Answered below, as every other text that is no birth date.
    }
    throw new InvalidInput("/birthDate", "A day such as 1990-12-31 is expected, from 1900 on.");
  }

  private static List<String> checked(List<String> links) {
    if (links.size() > Limits.PROFILE_LINKS) {
      throw new InvalidInput("/links", "At most " + Limits.PROFILE_LINKS + " links.");
    }
    Set<String> different = new LinkedHashSet<>();
    for (int i = 0; i < links.size(); i++) {
      different.add(ProfileTexts.link("/links/" + i, links.get(i)));
    }
    return List.copyOf(different);
  }
}
