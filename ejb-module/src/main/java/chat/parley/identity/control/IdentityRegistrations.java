package chat.parley.identity.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.identity.IssuerIdentity;
import chat.parley.mail.EmailAddress;
import chat.parley.sealing.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What is kept of an identity without an account while its person chooses a name. */
@ApplicationScoped
public class IdentityRegistrations {

  private static final String NONE = "-";
  private static final int PARTS = 4;

  @Inject private Sealer sealer;

  /**
   * An identity that is to have an account.
   *
   * @param authenticated when its person proved to the issuer who he is; null when it is not known
   * @param email that a believed issuer has verified; null for none
   */
  public record Registration(
      IssuerIdentity identity, @Nullable Instant authenticated, @Nullable EmailAddress email) {}

  /** As {@link #read} reads it; the address is sealed in it. */
  public String write(Registration registration) {
    IssuerIdentity identity = registration.identity();
    Instant authenticated = registration.authenticated();
    EmailAddress email = registration.email();
    return String.join(
        " ",
        identity.issuer(),
        encode(identity.subject().getBytes(US_ASCII)),
        authenticated == null ? NONE : Long.toString(authenticated.getEpochSecond()),
        email == null
            ? NONE
            : encode(sealer.seal(email.value().getBytes(US_ASCII), place(identity))));
  }

  /** Reads what {@link #write} wrote. */
  public Registration read(String text) {
    String[] parts = text.split(" ", PARTS);
    IssuerIdentity identity = new IssuerIdentity(parts[0], new String(decode(parts[1]), US_ASCII));
    return new Registration(
        identity,
        parts[2].equals(NONE) ? null : Instant.ofEpochSecond(Long.parseLong(parts[2])),
        parts[3].equals(NONE)
            ? null
            : new EmailAddress(
                new String(sealer.unseal(decode(parts[3]), place(identity)), US_ASCII)));
  }

  private static byte[] place(IssuerIdentity identity) {
    return ("one_time_secret/subject/" + identity.issuer() + " " + identity.subject())
        .getBytes(US_ASCII);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
