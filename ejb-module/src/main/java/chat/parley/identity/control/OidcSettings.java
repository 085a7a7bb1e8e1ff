package chat.parley.identity.control;

import chat.parley.platform.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which issuers of OpenID Connect people may sign in with.
 *
 * @param issuers their names, under which their settings stand ({@link IssuerSettings})
 */
public record OidcSettings(@Setting("parley.oidc.issuers") Optional<List<String>> issuers) {

  private static final int MOST = 20;

  /** It stands in addresses, and in the names of settings. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,31}");

  public OidcSettings {
    issuers = issuers.map(List::copyOf);
    List<String> all = issuers.orElse(List.of());
    if (all.size() > MOST
        || !all.stream().allMatch(name -> NAME.matcher(name).matches())
        || new HashSet<>(all).size() < all.size()) {
      throw new IllegalArgumentException(
          "The setting parley.oidc.issuers must be a list of at most "
              + MOST
              + " different names such as company,cognito, each of 1 to 32 letters a-z and digits,"
              + " beginning with a letter.");
    }
  }

  /** The names; usually none. */
  public List<String> names() {
    return issuers.orElse(List.of());
  }
}
