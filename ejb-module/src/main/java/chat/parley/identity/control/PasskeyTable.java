package chat.parley.identity.control;

import chat.parley.identity.Credential;
import chat.parley.identity.PasskeyId;
import chat.parley.identity.PasskeyName;
import chat.parley.platform.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passkeys, in the caller's transaction. */
@Dependent
public class PasskeyTable {

  private final EntityManager entities;

  @Inject
  public PasskeyTable(EntityManager entities) {
    this.entities = entities;
  }

  /** A passkey, whose row nobody else changes. */
  public record Found(PasskeyId id, AccountId account, PasskeyRules.Key key) {}

  /** Those of an account, by age. */
  public List<Credential> list(AccountId account) {
    return rows(
            "SELECT id, name, created_at, last_used_at FROM passkey WHERE account = ?"
                + " ORDER BY created_at, id",
            account)
        .stream()
        .map(
            row ->
                Credential.passkey(
                    new PasskeyId((UUID) row[0]),
                    new PasskeyName((String) row[1]),
                    instant(row[2]),
                    row[3] == null ? null : instant(row[3])))
        .toList();
  }

  /** The ids that authenticators gave to those of an account. */
  public List<byte[]> credentials(AccountId account) {
    List<?> found =
        entities
            .createNativeQuery("SELECT credential FROM passkey WHERE account = ?")
            .setParameter(1, account.value())
            .getResultList();
    return found.stream().map(byte[].class::cast).toList();
  }

  /** Adds one; false when there is one with the same id. */
  public boolean add(
      PasskeyId id, AccountId account, PasskeyName name, PasskeyRules.Key key, Instant now) {
    return entities
            .createNativeQuery(
                "INSERT INTO passkey (id, credential, account, name, public_key, counter,"
                    + " backup_eligible, backed_up, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .setParameter(1, id.value())
            .setParameter(2, PasskeyRules.array(key.credential()))
            .setParameter(3, account.value())
            .setParameter(4, name.value())
            .setParameter(5, PasskeyRules.array(key.publicKey()))
            .setParameter(6, key.counter())
            .setParameter(7, key.backupEligible())
            .setParameter(8, key.backedUp())
            .setParameter(9, Timestamp.from(now))
            .executeUpdate()
        == 1;
  }

  /** The passkey of this id; waits for whoever uses it at this moment. */
  public Optional<Found> find(ByteBuffer credential) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT id, account, credential, public_key, counter, backup_eligible, backed_up"
                    + " FROM passkey WHERE credential = ? FOR UPDATE")
            .setParameter(1, PasskeyRules.array(credential))
            .getResultList();
    return found.stream().map(Object[].class::cast).map(PasskeyTable::found).findFirst();
  }

  private static Found found(Object[] row) {
    return new Found(
        new PasskeyId((UUID) row[0]),
        new AccountId((UUID) row[1]),
        new PasskeyRules.Key(
            ByteBuffer.wrap((byte[]) row[2]).asReadOnlyBuffer(),
            ByteBuffer.wrap((byte[]) row[3]).asReadOnlyBuffer(),
            ((Number) row[4]).longValue(),
            (Boolean) row[5],
            (Boolean) row[6]));
  }

  /** It was used. */
  public void use(PasskeyId id, PasskeyRules.Use use, Instant now) {
    entities
        .createNativeQuery(
            "UPDATE passkey SET counter = ?, backed_up = ?, last_used_at = ? WHERE id = ?")
        .setParameter(1, use.counter())
        .setParameter(2, use.backedUp())
        .setParameter(3, Timestamp.from(now))
        .setParameter(4, id.value())
        .executeUpdate();
  }

  /** Removes one of an account: its name, or null when there is no such one. */
  public @Nullable PasskeyName remove(AccountId account, PasskeyId id) {
    List<?> gone =
        entities
            .createNativeQuery("DELETE FROM passkey WHERE id = ? AND account = ? RETURNING name")
            .setParameter(1, id.value())
            .setParameter(2, account.value())
            .getResultList();
    return gone.isEmpty() ? null : new PasskeyName((String) gone.get(0));
  }

  private List<Object[]> rows(String query, AccountId account) {
    List<?> found =
        entities.createNativeQuery(query).setParameter(1, account.value()).getResultList();
    return found.stream().map(Object[].class::cast).toList();
  }

  private static Instant instant(Object timestamp) {
    return ((Timestamp) timestamp).toInstant();
  }
}
