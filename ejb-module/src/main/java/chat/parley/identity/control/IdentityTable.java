package chat.parley.identity.control;

import chat.parley.identity.Credential;
import chat.parley.identity.IssuerIdentity;
import chat.parley.identity.LinkedIdentityId;
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

/** Identities at issuers and the accounts they open, in the caller's transaction. */
@Dependent
public class IdentityTable {

  private final EntityManager entities;
  private final Issuers issuers;

  @Inject
  public IdentityTable(EntityManager entities, Issuers issuers) {
    this.entities = entities;
    this.issuers = issuers;
  }

  /** Those of an account, by age. */
  public List<Credential> list(AccountId account) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT id, issuer, linked_at, last_used_at FROM linked_identity"
                    + " WHERE account = ? ORDER BY linked_at, id")
            .setParameter(1, account.value())
            .getResultList();
    return found.stream().map(Object[].class::cast).map(this::credential).toList();
  }

  private Credential credential(Object[] row) {
    String issuer = (String) row[1];
    return Credential.identity(
        new LinkedIdentityId((UUID) row[0]),
        issuer,
        issuers.calling(issuer).orElse(null),
        instant(row[2]),
        row[3] == null ? null : instant(row[3]));
  }

  /** Whose account an identity opens. */
  public Optional<AccountId> owner(IssuerIdentity identity) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT account FROM linked_identity WHERE issuer = ? AND subject = ?")
            .setParameter(1, identity.issuer())
            .setParameter(2, identity.subject())
            .getResultList();
    return found.stream().map(id -> new AccountId((UUID) id)).findFirst();
  }

  /** It was used. */
  public void use(IssuerIdentity identity, Instant now) {
    entities
        .createNativeQuery(
            "UPDATE linked_identity SET last_used_at = ? WHERE issuer = ? AND subject = ?")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, identity.issuer())
        .setParameter(3, identity.subject())
        .executeUpdate();
  }

  /** Links one; false when it opens an account already. Waits for whoever links it now. */
  public boolean add(AccountId account, IssuerIdentity identity, Instant now) {
    return entities
            .createNativeQuery(
                "INSERT INTO linked_identity (id, issuer, subject, account, linked_at)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .setParameter(1, LinkedIdentityId.next().value())
            .setParameter(2, identity.issuer())
            .setParameter(3, identity.subject())
            .setParameter(4, account.value())
            .setParameter(5, Timestamp.from(now))
            .executeUpdate()
        == 1;
  }

  /** Unlinks one of an account: its issuer, or null when there is no such one. */
  public @Nullable String remove(AccountId account, LinkedIdentityId id) {
    List<?> gone =
        entities
            .createNativeQuery(
                "DELETE FROM linked_identity WHERE id = ? AND account = ? RETURNING issuer")
            .setParameter(1, id.value())
            .setParameter(2, account.value())
            .getResultList();
    return gone.isEmpty() ? null : (String) gone.get(0);
  }

  private static Instant instant(Object timestamp) {
    return ((Timestamp) timestamp).toInstant();
  }
}
