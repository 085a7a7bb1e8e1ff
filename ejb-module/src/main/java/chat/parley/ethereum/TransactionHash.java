package chat.parley.ethereum;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hash of a transaction, in lower case. */
public record TransactionHash(String value) {

  private static final Pattern FORM = Pattern.compile("0x[0-9a-f]{64}");

  public TransactionHash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a hash");
    }
  }

  /** The hash a text is, in whatever case; empty for every other text. */
  public static Optional<TransactionHash> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return FORM.matcher(lower).matches()
        ? Optional.of(new TransactionHash(lower))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
