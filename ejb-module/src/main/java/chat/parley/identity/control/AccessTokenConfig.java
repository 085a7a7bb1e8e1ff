package chat.parley.identity.control;

import chat.parley.platform.Secret;
import chat.parley.platform.ServerKeys;
import chat.parley.platform.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells MicroProfile JWT how to verify our access tokens: the issuer of the settings and the public
 * key of the key store, so that neither stands anywhere twice. The container finds it as a service
 * of this jar and makes it without injection.
 */
public final class AccessTokenConfig implements ConfigSource {

  private static final int ABOVE_FILES = 120;
  private static final String KEY = "mp.jwt.verify.publickey";
  private static final String ISSUER = "mp.jwt.verify.issuer";
  private static final Map<String, String> FIXED =
      Map.of(
          "mp.jwt.verify.publickey.algorithm",
          "ES256",
          "mp.jwt.verify.audiences",
          IdentitySettings.AUDIENCE);
  private static final Set<String> NAMES =
      Set.of(KEY, ISSUER, "mp.jwt.verify.publickey.algorithm", "mp.jwt.verify.audiences");

  @Override
  public Set<String> getPropertyNames() {
    return NAMES;
  }

  @Override
  public int getOrdinal() {
    return ABOVE_FILES;
  }

  @Override
  public @Nullable String getValue(String name) {
    return switch (name) {
      case KEY -> KeySet.JSON;
      case ISSUER -> Settings.withoutContainer("parley.token.issuer").orElse(null);
      default -> FIXED.get(name);
    };
  }

  @Override
  public Map<String, String> getProperties() {
    return FIXED;
  }

  @Override
  public String getName() {
    return "parley access tokens";
  }

  /** Read from the key store on first use. */
  private static final class KeySet {

    static final @Nullable String JSON = read();

    private static @Nullable String read() {
      String file = Settings.withoutContainer("parley.keystore.path").orElse(null);
      String password = Settings.withoutContainer("parley.keystore.password").orElse(null);
      if (file == null || password == null) {
        // The start of the platform refuses this with a sentence of its own.
        return null;
      }
      ServerKeys keys = ServerKeys.load(Path.of(file), new Secret(password));
      return new AccessTokenKeys(keys).keySet();
    }
  }
}
