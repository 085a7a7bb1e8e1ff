package chat.parley.identity.control;

import chat.parley.identity.IssuerAnswer;
import chat.parley.platform.Secret;
import chat.parley.platform.Setting;
import chat.parley.platform.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One issuer of OpenID Connect. In the keys {@code NAME} stands for its name in {@link
 * OidcSettings}; what is not set for a name is as it is set for {@code NAME} itself.
 *
 * @param issuer its address, exactly as it calls itself in {@code iss}
 * @param client our client id there
 * @param secret our client secret there; a public client has none
 * @param secretFile a file with the secret, instead
 * @param scopes what is asked for, with spaces between
 * @param label what people know it by; without one, its name
 * @param emailBelieved whether an address that it calls verified counts as verified here
 */
public record IssuerSettings(
    @Setting("parley.oidc.NAME.issuer") String issuer,
    @Setting("parley.oidc.NAME.client") String client,
    @Setting("parley.oidc.NAME.secret") Optional<Secret> secret,
    @Setting("parley.oidc.NAME.secret-file") Optional<Path> secretFile,
    @Setting("parley.oidc.NAME.scopes") String scopes,
    @Setting("parley.oidc.NAME.label") Optional<String> label,
    @Setting("parley.oidc.NAME.email-believed") boolean emailBelieved) {

  private static final String ANY = "NAME";

  private static final int LABEL_LENGTH = 40;

  /** RFC 6749, appendix A.1: printable ASCII; and of a length that fits in an address. */
  private static final Pattern CLIENT = Pattern.compile("[ -~]{1,256}");

  /** RFC 6749, appendix A.4. */
  private static final Pattern SCOPES =
      Pattern.compile("[!#-\\[\\]-~]{1,100}( [!#-\\[\\]-~]{1,100}){0,19}");

  public IssuerSettings {
    if (!isIssuer(issuer)) {
      throw new IllegalArgumentException(
          "The setting parley.oidc.NAME.issuer must be an address such as https://id.example.org,"
              + " without query and fragment; http only to this machine.");
    }
    if (!CLIENT.matcher(client).matches()) {
      throw new IllegalArgumentException(
          "The setting parley.oidc.NAME.client must be 1 to 256 characters of ASCII.");
    }
    if (secret.isPresent() && secretFile.isPresent()) {
      throw new IllegalArgumentException(
          "Only one of the settings parley.oidc.NAME.secret and parley.oidc.NAME.secret-file may"
              + " have a value.");
    }
    if (!SCOPES.matcher(scopes).matches() || !Arrays.asList(scopes.split(" ")).contains("openid")) {
      throw new IllegalArgumentException(
          "The setting parley.oidc.NAME.scopes must be words with one space between, openid among"
              + " them.");
    }
    if (label.filter(text -> !isLabel(text)).isPresent()) {
      throw new IllegalArgumentException(
          "The setting parley.oidc.NAME.label must be 1 to "
              + LABEL_LENGTH
              + " characters, no control characters.");
    }
  }

  /**
   * The settings of one issuer.
   *
   * @param lookup the value of a key, empty when it has none
   * @throws IllegalStateException one sentence for the operator: which setting, and what is wrong
   */
  static IssuerSettings read(String name, Function<String, Optional<String>> lookup) {
    try {
      return Settings.read(
          IssuerSettings.class,
          key ->
              lookup
                  .apply(key.replace(ANY, name))
                  .map(String::strip)
                  .filter(value -> !value.isEmpty())
                  .or(() -> lookup.apply(key)));
    } catch (IllegalStateException e) {
      // Without its cause, which says the same of a NAME that nobody has given.
      throw new IllegalStateException(
          String.valueOf(e.getMessage())
              .replace("oidc." + ANY + ".", "oidc." + name + ".")
              .replace("OIDC_" + ANY + "_", "OIDC_" + name.toUpperCase(Locale.ROOT) + "_"));
    }
  }

  /**
   * The client secret, wherever it stands; null for a public client.
   *
   * @throws IllegalStateException one sentence for the operator
   */
  @Nullable Secret clientSecret() {
    if (secretFile.isEmpty()) {
      return secret.orElse(null);
    }
    Path file = secretFile.get();
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        throw new IllegalStateException("The file " + file + " must hold a client secret.");
      }
      return new Secret(text);
    } catch (IOException e) {
      throw new IllegalStateException("The client secret in " + file + " cannot be read.", e);
    }
  }

  private static boolean isIssuer(String text) {
    try {
      URI address = new URI(text);
      return text.length() <= IssuerAnswer.ISS_LENGTH
          && isSafe(address)
          && address.getRawQuery() == null
          && address.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether what is sent there reaches only who is meant: by TLS, or inside this machine. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && address.getRawUserInfo() == null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && List.of("localhost", "127.0.0.1", "[::1]").contains(host)));
  }

  private static boolean isLabel(String text) {
    return text.codePointCount(0, text.length()) <= LABEL_LENGTH
        && text.codePoints()
            .noneMatch(
                character ->
                    Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.SURROGATE);
  }
}
