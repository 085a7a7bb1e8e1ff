package chat.parley.identity.control;

import chat.parley.identity.SessionId;
import chat.parley.platform.Limits;
import chat.parley.platform.Secrets;
import chat.parley.platform.ServerKeys;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The chain of refresh tokens that holds a session (RFC 9700, section 4.14.2). Each is used once
 * and gives its successor. The successor is a MAC of the token under a key of the installation, so
 * that the same token gives the same successor again when the answer was lost, without the
 * successor being kept anywhere but as a hash.
 */
@Dependent
public class RefreshTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String LABEL = "parley refresh token successor 1";

  private final EntityManager entities;
  private final ServerKeys keys;
  private final SecureRandom random;
  private final Clock clock;

  /** How a token was found. */
  public enum Outcome {
    /** Its turn, or the turn just before whose answer was lost: the successor is there. */
    GOOD,
    /** Used before: somebody has a copy. */
    REUSED,
    /** Never issued, or its session is long gone. */
    UNKNOWN
  }

  /**
   * What became of a token.
   *
   * @param session null when unknown
   * @param successor null unless good
   */
  public record Rotation(Outcome outcome, @Nullable SessionId session, @Nullable String successor) {

    private static final Rotation UNKNOWN = new Rotation(Outcome.UNKNOWN, null, null);

    /** Without the successor. */
    @Override
    public String toString() {
      return outcome + " " + session;
    }
  }

  @Inject
  public RefreshTokens(EntityManager entities, ServerKeys keys, SecureRandom random, Clock clock) {
    this.entities = entities;
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /** The first token of a session. */
  public String first(SessionId session) {
    String token = Secrets.next(random);
    insert(token, session);
    return token;
  }

  /** Uses a token. Of many who use it at the same time, all get the same successor. */
  public Rotation rotate(String token) {
    Instant now = clock.instant();
    String successor = successor(token);
    List<?> used =
        entities
            .createNativeQuery(
                "UPDATE refresh_token SET used_at = ? WHERE hash = ? AND used_at IS NULL"
                    + " RETURNING session_id")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, Secrets.hash(token))
            .getResultList();
    if (!used.isEmpty()) {
      SessionId session = new SessionId((UUID) used.get(0));
      insert(successor, session);
      return new Rotation(Outcome.GOOD, session, successor);
    }
    List<?> before =
        entities
            .createNativeQuery(
                "SELECT t.session_id, t.used_at, s.used_at FROM refresh_token t"
                    + " LEFT JOIN refresh_token s ON s.hash = ? WHERE t.hash = ?")
            .setParameter(1, Secrets.hash(successor))
            .setParameter(2, Secrets.hash(token))
            .getResultList();
    if (before.isEmpty()) {
      return Rotation.UNKNOWN;
    }
    Object[] row = (Object[]) before.get(0);
    SessionId session = new SessionId((UUID) row[0]);
    Instant usedAt = ((Timestamp) row[1]).toInstant();
    boolean successorUnused = row[2] == null;
    boolean justNow = !now.isAfter(usedAt.plus(Limits.REFRESH_GRACE));
    return successorUnused && justNow
        ? new Rotation(Outcome.GOOD, session, successor)
        : new Rotation(Outcome.REUSED, session, null);
  }

  /**
   * The session of the newest token, without using it.
   *
   * @return null when the token is not the newest of a session
   */
  public @Nullable SessionId holder(String token) {
    List<?> found =
        entities
            .createNativeQuery("SELECT session_id FROM refresh_token WHERE hash = ?")
            .setParameter(1, Secrets.hash(token))
            .getResultList();
    return found.isEmpty() ? null : new SessionId((UUID) found.get(0));
  }

  private void insert(String token, SessionId session) {
    entities
        .createNativeQuery(
            "INSERT INTO refresh_token (hash, session_id, issued_at) VALUES (?, ?, ?)")
        .setParameter(1, Secrets.hash(token))
        .setParameter(2, session.value())
        .setParameter(3, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  private String successor(String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(keys.accessToken().key().getS().toByteArray(), ALGORITHM));
      byte[] key = mac.doFinal(LABEL.getBytes(StandardCharsets.UTF_8));
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Secrets.encode(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
