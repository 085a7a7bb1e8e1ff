package chat.parley.identity.control;

import chat.parley.platform.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a visit to an issuer under the hash of its state. Nonce and verifier are not:
 * they follow from the state, which travels in addresses, and the secret of the browser, which
 * travels in its cookie only.
 *
 * @param issuer its name
 * @param origin of the page that began, where the browser comes back
 * @param begunAt to the second
 * @param browser the hash of the browser's secret, base64url
 * @param session whose it is; empty when nobody is signed in
 */
public record VisitState(
    String issuer, String origin, Instant begunAt, String browser, String session) {

  /** What {@link Secrets#next} makes. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final String HMAC = "HmacSHA256";
  private static final int PARTS = 5;

  /** Whether this can be the secret of a browser. */
  public static boolean isSecret(@Nullable String text) {
    return text != null && SECRET.matcher(text).matches();
  }

  /** How the secret of a browser is kept. */
  public static String hash(String browser) {
    return Secrets.encode(Secrets.hash(browser));
  }

  /** As {@link #read} reads it. */
  public String text() {
    return String.join(
        " ", issuer, origin, Long.toString(begunAt.getEpochSecond()), browser, session);
  }

  /** Reads what {@link #text} wrote. */
  public static VisitState read(String text) {
    String[] parts = text.split(" ", PARTS);
    return new VisitState(
        parts[0], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])), parts[3], parts[4]);
  }

  /** Whether a browser with this secret has begun it, for this issuer and session. */
  public boolean isOf(String wantedIssuer, @Nullable String secret, String wantedSession) {
    return issuer.equals(wantedIssuer)
        && session.equals(wantedSession)
        && isSecret(secret)
        && MessageDigest.isEqual(
            browser.getBytes(StandardCharsets.US_ASCII),
            hash(String.valueOf(secret)).getBytes(StandardCharsets.US_ASCII));
  }

  /** What the issuer is told and asked for, for a state and the secret of its browser. */
  public IssuerClient.Visit visit(String state, String secret) {
    return new IssuerClient.Visit(
        URI.create(origin + "/oidc/" + issuer),
        derived("nonce", state, secret),
        derived("verifier", state, secret));
  }

  private static String derived(String what, String state, String secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), HMAC));
      return Secrets.encode(mac.doFinal((what + " " + state).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
