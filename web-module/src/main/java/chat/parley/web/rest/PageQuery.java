package chat.parley.web.rest;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import org.jspecify.annotations.Nullable;

/** The query parameters that every list has. */
public final class PageQuery {

  /** The longest cursor there is. */
  public static final int CURSOR_LENGTH = 200;

  private PageQuery() {}

  /**
   * How many items a page may have.
   *
   * @throws InvalidInput unless it is a number from 1 to {@link Limits#PAGE_ITEMS}
   */
  public static int limit(@Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > Limits.PAGE_ITEMS) {
      throw new InvalidInput("/limit", "A whole number from 1 to " + Limits.PAGE_ITEMS + ".");
    }
    return Integer.parseInt(text);
  }

  /**
   * Where a page begins.
   *
   * @throws InvalidInput when the text is empty or longer than any cursor
   */
  public static @Nullable String cursor(@Nullable String text) {
    if (text != null && (text.isEmpty() || text.length() > CURSOR_LENGTH)) {
      throw new InvalidInput("/after", "Not a cursor of this list.");
    }
    return text;
  }
}
