package chat.parley.identity;

import org.jspecify.annotations.Nullable;

/**
 * A browser that knocks.
 *
 * @param origin of its page, when it names one
 * @param browser the secret of its cookie from an earlier visit to an issuer; null when it has none
 * @param from the network address that asks
 */
public record Visitor(@Nullable String origin, @Nullable String browser, String from) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Visitor[" + origin + "]";
  }
}
