package chat.parley.identity.control;

import chat.parley.identity.NewPassword;
import chat.parley.identity.PasswordBreached;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that attackers try first: those that were seen most often in breaches. The list is
 * part of Parley, so no password, nor a part of its hash, is sent to anybody to be compared.
 */
public final class BreachedPasswords {

  private static final String LIST = "/password/breached.txt";

  private final Set<String> known = read();

  private static Set<String> read() {
    try (InputStream file = BreachedPasswords.class.getResourceAsStream(LIST)) {
      if (file == null) {
        throw new IllegalStateException(LIST + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(LIST, e);
    }
  }

  /**
   * Lets a password pass that is not in the list, in whatever case, and is not the user name.
   *
   * @throws PasswordBreached otherwise
   */
  public void requireUnknown(NewPassword password, String username) {
    String lower = password.typed().value().toLowerCase(Locale.ROOT);
    if (known.contains(lower) || lower.equals(username)) {
      throw new PasswordBreached();
    }
  }
}
