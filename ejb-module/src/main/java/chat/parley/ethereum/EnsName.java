package chat.parley.ethereum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name of the Ethereum Name Service below {@code .eth}, in lower case. Of ENSIP-15 only names of
 * ASCII: letters of other scripts that look alike would lead to somebody else, and telling them
 * apart needs tables that change each year.
 */
public record EnsName(String value) {

  private static final int LONGEST = 255;

  /** No label is empty, has hyphens where punycode has them, or an underscore behind a letter. */
  private static final Pattern FORM = Pattern.compile("(?:_*+(?!..--)[a-z0-9-]{1,63}+\\.)++eth");

  public EnsName {
    if (!isName(value)) {
      throw new IllegalArgumentException("not a name");
    }
  }

  /** The name that a text is, in any case; empty when it is none of ours. */
  public static Optional<EnsName> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isName(lower) ? Optional.of(new EnsName(lower)) : Optional.empty();
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  /** Its labels, the last one first: {@code eth}, {@code ada}. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(List.of(value.split("\\.", -1)));
    Collections.reverse(labels);
    return labels;
  }

  @Override
  public String toString() {
    return value;
  }
}
