package chat.parley.profile;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.Utf8;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The bounds on what people write about themselves and to those who do not know them. */
public final class ProfileTexts {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Letters, digits and what stands between them in names of things that people do. */
  private static final Pattern INTEREST =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} &'’+#./-]*");

  private ProfileTexts() {}

  /** One line without blanks around it; possibly empty. */
  static String line(String pointer, String text, int longest) {
    String line = text.strip();
    check(pointer, line, ProfileTexts::isUnseen);
    return bounded(pointer, line, longest);
  }

  /**
   * Lines without blanks around them; possibly none.
   *
   * @param pointer where the text stands in the request
   * @throws InvalidInput when it is too long, or holds what nobody sees
   */
  public static String lines(String pointer, String text, int longest) {
    String lines = text.strip();
    check(pointer, lines, c -> c != '\n' && isUnseen(c));
    return bounded(pointer, lines, longest);
  }

  /** An address that leads to a host by https, and nothing but its letters says where. */
  static String link(String pointer, String text) {
    String link = text.strip();
    if (link.length() > Limits.PROFILE_LINK_LENGTH || !isSafe(link)) {
      throw new InvalidInput(
          pointer,
          "An address is expected that begins with https:// and has at most "
              + Limits.PROFILE_LINK_LENGTH
              + " characters.");
    }
    return link;
  }

  /** The name of an interest in the one form that it is compared in, apart from case. */
  static String interest(String pointer, String text) {
    String name =
        BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ").strip();
    int length = name.codePointCount(0, name.length());
    if (length < 2 || length > Limits.INTEREST_NAME_LENGTH || !INTEREST.matcher(name).matches()) {
      throw new InvalidInput(
          pointer,
          "2 to " + Limits.INTEREST_NAME_LENGTH + " letters, digits and blanks are expected.");
    }
    return name;
  }

  private static boolean isSafe(String link) {
    try {
      URI uri = new URI(link);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && StandardCharsets.US_ASCII.newEncoder().canEncode(link);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String bounded(String pointer, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw new InvalidInput(pointer, "At most " + longest + " characters.");
    }
    return text;
  }

  private static void check(String pointer, String text, IntPredicate unwanted) {
    if (!Utf8.isWellFormed(text)) {
      throw new InvalidInput(pointer, "The text is not well-formed Unicode.");
    }
    if (text.codePoints().anyMatch(unwanted)) {
      throw new InvalidInput(pointer, "The text holds a character that nobody sees.");
    }
  }

  /**
   * Control characters, and those that turn the direction of what follows: they let a name look
   * like another one. Joiners are part of some scripts and of emoji.
   */
  private static boolean isUnseen(int c) {
    return Character.isISOControl(c)
        || c == 0x061c
        || c == 0x200b
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xfeff;
  }
}
