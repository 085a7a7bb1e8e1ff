package chat.parley.identity;

import chat.parley.platform.InvalidInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With what an issuer sent a browser back.
 *
 * @param issuer the name of the issuer that the page of return belongs to
 * @param code good once, at the issuer
 * @param state from {@link IssuerVisit}
 * @param iss who the issuer says that it is (RFC 9207); null when it does not
 * @param browser the secret of the browser, from its cookie; null when it has none
 */
public record IssuerAnswer(
    String issuer, String code, String state, @Nullable String iss, @Nullable String browser) {

  public static final int CODE_LENGTH = 4096;
  public static final int STATE_LENGTH = 100;
  public static final int ISS_LENGTH = 512;

  /** RFC 6749, appendix A.11. */
  private static final Pattern CODE = Pattern.compile("[ -~]{1," + CODE_LENGTH + "}");

  public IssuerAnswer {
    if (!CODE.matcher(code).matches()) {
      throw new InvalidInput("/code", "1 to " + CODE_LENGTH + " characters of ASCII.");
    }
    if (state.isEmpty() || state.length() > STATE_LENGTH) {
      throw new InvalidInput("/state", "1 to " + STATE_LENGTH + " characters.");
    }
    if (iss != null && iss.length() > ISS_LENGTH) {
      throw new InvalidInput("/iss", "At most " + ISS_LENGTH + " characters.");
    }
  }

  /** Without code, state and secret. */
  @Override
  public String toString() {
    return "IssuerAnswer[" + issuer + "]";
  }
}
