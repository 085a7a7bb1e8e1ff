package chat.parley.contact.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a request in a list: newest first, and of those of one moment by the other person.
 */
public record RequestCursor(Instant at, AccountId other) {

  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,15})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Before all others. */
  private static final RequestCursor FIRST =
      new RequestCursor(Instant.parse("9999-01-01T00:00:00Z"), new AccountId(new UUID(-1, -1)));

  /**
   * Reads a place.
   *
   * @param text null for the first
   * @throws InvalidInput when it is none
   */
  public static RequestCursor parse(@Nullable String text) {
    if (text == null) {
      return FIRST;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInput("/after", "Not a cursor of this list.");
    }
    return new RequestCursor(
        Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
        new AccountId(UUID.fromString(matcher.group(2))));
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + "." + other;
  }
}
