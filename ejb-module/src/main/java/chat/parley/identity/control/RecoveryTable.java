package chat.parley.identity.control;

import chat.parley.identity.RecoveryCode;
import chat.parley.identity.RecoveryCodes;
import chat.parley.identity.control.EmailTable.Index;
import chat.parley.platform.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recovery codes and the links that ask for one, in the caller's transaction. */
@Dependent
public class RecoveryTable {

  private final EntityManager entities;

  @Inject
  public RecoveryTable(EntityManager entities) {
    this.entities = entities;
  }

  /** A link, while nobody else uses it. */
  public record Link(@Nullable AccountId account, Instant expiresAt, int tries, boolean used) {}

  /** Puts these codes in the place of all that the account had. */
  public void replaceCodes(AccountId account, List<RecoveryCode> codes, Instant now) {
    entities
        .createNativeQuery("DELETE FROM recovery_code WHERE account = ?")
        .setParameter(1, account.value())
        .executeUpdate();
    for (RecoveryCode code : codes) {
      entities
          .createNativeQuery("INSERT INTO recovery_code (account, hash, made_at) VALUES (?, ?, ?)")
          .setParameter(1, account.value())
          .setParameter(2, code.hash(account))
          .setParameter(3, Timestamp.from(now))
          .executeUpdate();
    }
  }

  public RecoveryCodes codes(AccountId account) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT count(*) FILTER (WHERE used_at IS NULL), max(made_at)"
                        + " FROM recovery_code WHERE account = ?")
                .setParameter(1, account.value())
                .getSingleResult();
    Timestamp made = (Timestamp) row[1];
    return new RecoveryCodes(((Number) row[0]).intValue(), made == null ? null : made.toInstant());
  }

  /** Whether the code is one of the account's that was not used. */
  public boolean isGood(AccountId account, RecoveryCode code) {
    return !entities
        .createNativeQuery(
            "SELECT 1 FROM recovery_code WHERE account = ? AND hash = ? AND used_at IS NULL")
        .setParameter(1, account.value())
        .setParameter(2, code.hash(account))
        .getResultList()
        .isEmpty();
  }

  /** Uses a code; false when it is none, or was used. */
  public boolean use(AccountId account, RecoveryCode code, Instant now) {
    return entities
            .createNativeQuery(
                "UPDATE recovery_code SET used_at = ?"
                    + " WHERE account = ? AND hash = ? AND used_at IS NULL")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, account.value())
            .setParameter(3, code.hash(account))
            .executeUpdate()
        == 1;
  }

  /** The account that has verified the address. */
  public Optional<AccountId> owner(Index address) {
    List<?> found =
        entities
            .createNativeQuery("SELECT account FROM account_email WHERE blind_index = ?")
            .setParameter(1, address.bytes())
            .getResultList();
    return found.stream().map(account -> new AccountId((UUID) account)).findFirst();
  }

  /** How many links were asked for with this address since then. */
  public int links(Index address, Instant since) {
    return ((Number)
            entities
                .createNativeQuery(
                    "SELECT count(*) FROM recovery_link WHERE blind_index = ? AND created_at > ?")
                .setParameter(1, address.bytes())
                .setParameter(2, Timestamp.from(since))
                .getSingleResult())
        .intValue();
  }

  /** Adds a link; of nobody's when there is no account. */
  public void addLink(
      byte[] hash, @Nullable AccountId account, Index address, Instant now, Instant until) {
    entities
        .createNativeQuery(
            "INSERT INTO recovery_link (hash, account, blind_index, created_at, expires_at)"
                + " VALUES (?, CAST(? AS uuid), ?, ?, ?)")
        .setParameter(1, hash)
        .setParameter(2, account == null ? null : account.toString())
        .setParameter(3, address.bytes())
        .setParameter(4, Timestamp.from(now))
        .setParameter(5, Timestamp.from(until))
        .executeUpdate();
  }

  /** A link; waits for whoever uses it at this moment. */
  public Optional<Link> link(byte[] hash) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT account, expires_at, tries, used_at FROM recovery_link"
                    + " WHERE hash = ? FOR UPDATE")
            .setParameter(1, hash)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Link(
                    row[0] == null ? null : new AccountId((UUID) row[0]),
                    ((Timestamp) row[1]).toInstant(),
                    ((Number) row[2]).intValue(),
                    row[3] != null))
        .findFirst();
  }

  /** A wrong code came with the link. */
  public void countTry(byte[] hash) {
    entities
        .createNativeQuery("UPDATE recovery_link SET tries = tries + 1 WHERE hash = ?")
        .setParameter(1, hash)
        .executeUpdate();
  }

  /** The account is open again: no link of it is good any more. */
  public void useLinks(AccountId account, Instant now) {
    entities
        .createNativeQuery(
            "UPDATE recovery_link SET used_at = ? WHERE account = ? AND used_at IS NULL")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, account.value())
        .executeUpdate();
  }
}
