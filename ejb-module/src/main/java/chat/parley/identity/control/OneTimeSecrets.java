package chat.parley.identity.control;

import chat.parley.platform.Secrets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets that are good once: the database hands each out to one taker, over all instances and
 * however many ask at the same time.
 */
@Dependent
public class OneTimeSecrets {

  private static final int NONCE_BYTES = 20;

  /** Those that stand in a message of ERC-4361. */
  private static final Set<Purpose> NONCES = Set.of(Purpose.NONCE, Purpose.LINK, Purpose.PROOF);

  private final EntityManager entities;
  private final SecureRandom random;
  private final Clock clock;

  /** What a secret is good for; it is good for nothing else. */
  public enum Purpose {
    /** A wallet's sign-in message names it. */
    NONCE,
    /** The message names it that links a wallet to the account of one session. */
    LINK,
    /** The message names it by which the person of one session proves who he is. */
    PROOF,
    /** An authenticator signs it when it makes a passkey in one session. */
    PASSKEY_NEW,
    /** A passkey signs it to prove who the person of one session is. */
    PASSKEY_PROOF,
    /** A passkey signs it to sign in. */
    PASSKEY_SIGN_IN,
    /** The state of a visit to an issuer that signs in. */
    OIDC_SIGN_IN,
    /** The state of a visit to an issuer that links an identity to the account of one session. */
    OIDC_LINK,
    /** The state of a visit to an issuer that proves who the person of one session is. */
    OIDC_PROOF,
    /** Makes an account for an identity at an issuer. */
    OIDC_REGISTRATION,
    /** Opens one socket. */
    TICKET,
    /** Makes an account for a wallet that was proven. */
    REGISTRATION
  }

  /** A secret on its way out. */
  public record Issued(String secret, Instant issuedAt, Instant expiresAt) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Issued[expiresAt=" + expiresAt + "]";
    }
  }

  @Inject
  public OneTimeSecrets(EntityManager entities, SecureRandom random, Clock clock) {
    this.entities = entities;
    this.random = random;
    this.clock = clock;
  }

  /** Issues a secret. A nonce is letters and digits, as ERC-4361 wants it. */
  public Issued issue(Purpose purpose, String subject, Duration life) {
    String secret = NONCES.contains(purpose) ? nonce() : Secrets.next(random);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(life);
    entities
        .createNativeQuery(
            "INSERT INTO one_time_secret (hash, purpose, subject, expires_at)"
                + " VALUES (?, ?, ?, ?)")
        .setParameter(1, Secrets.hash(secret))
        .setParameter(2, purpose.name())
        .setParameter(3, subject)
        .setParameter(4, Timestamp.from(expiresAt))
        .executeUpdate();
    return new Issued(secret, now, expiresAt);
  }

  /** Uses a secret up: its subject; empty when it is unknown, used or expired. */
  public Optional<String> take(Purpose purpose, String secret) {
    List<?> taken =
        entities
            .createNativeQuery(
                "DELETE FROM one_time_secret WHERE hash = ? AND purpose = ?"
                    + " RETURNING subject, expires_at")
            .setParameter(1, Secrets.hash(secret))
            .setParameter(2, purpose.name())
            .getResultList();
    for (Object row : taken) {
      Object[] columns = (Object[]) row;
      if (((Timestamp) columns[1]).toInstant().isAfter(clock.instant())) {
        return Optional.of((String) columns[0]);
      }
    }
    return Optional.empty();
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
