package chat.parley.identity.control;

import chat.parley.ethereum.Address;
import chat.parley.identity.AccountView;
import chat.parley.identity.RegistrationRefused;
import chat.parley.identity.Username;
import chat.parley.identity.UsernameTaken;
import chat.parley.identity.entity.Account;
import chat.parley.identity.entity.PasswordCredential;
import chat.parley.identity.entity.WalletCredential;
import chat.parley.platform.AccountId;
import chat.parley.sealing.BlindIndex;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accounts and their credentials, in the caller's transaction. */
@Dependent
public class AccountRecords {

  /** What a retired user name is hashed for. */
  private static final String RETIRED = "retired-username";

  private final EntityManager entities;
  private final BlindIndex index;
  private final IdentitySettings settings;
  private final Clock clock;

  @Inject
  public AccountRecords(
      EntityManager entities, BlindIndex index, IdentitySettings settings, Clock clock) {
    this.entities = entities;
    this.index = index;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Makes an account that a password opens.
   *
   * @throws UsernameTaken also when somebody takes the name at the same moment
   */
  public Account create(Username username, String passwordHash) {
    Account account = create(username);
    entities.persist(new PasswordCredential(account.id(), passwordHash, account.createdAt()));
    return account;
  }

  /**
   * Makes an account that a wallet opens.
   *
   * @throws UsernameTaken also when somebody takes the name at the same moment
   * @throws RegistrationRefused when the wallet has an account, also since this very moment
   */
  public Account create(Username username, Address wallet) {
    Account account = create(username);
    WalletCredential credential = new WalletCredential(wallet, account.id(), account.createdAt());
    boolean first =
        inserted(
            entities.createNativeQuery(
                "INSERT INTO wallet_credential (address, account_id, created_at)"
                    + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
            credential.address().value(),
            credential.account().value(),
            Timestamp.from(credential.createdAt()));
    if (!first) {
      throw new RegistrationRefused();
    }
    return account;
  }

  /**
   * Makes an account that nothing opens yet; the caller adds what does.
   *
   * @throws UsernameTaken also when somebody takes the name at the same moment
   */
  public Account create(Username username) {
    Account account = new Account(AccountId.next(), username, clock.instant());
    boolean first =
        inserted(
            entities.createNativeQuery(
                "INSERT INTO account (id, username, created_at)"
                    + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
            account.id().value(),
            account.username(),
            Timestamp.from(account.createdAt()));
    // Asked behind the insert, which has waited for whoever gives the name up at this moment.
    if (!first || isRetired(username)) {
      throw new UsernameTaken();
    }
    return account;
  }

  /**
   * Makes an account that is new wait for its e-mail address to be verified: until then it is
   * nobody to others.
   *
   * @return the account as it is now
   */
  public Account holdBack(Account account) {
    entities
        .createNativeQuery("UPDATE account SET active_at = NULL WHERE id = ?")
        .setParameter(1, account.id().value())
        .executeUpdate();
    return entities.find(Account.class, account.id().value());
  }

  /** An account whose address was verified is active; does nothing when it is. */
  public void activate(AccountId id) {
    entities
        .createNativeQuery("UPDATE account SET active_at = ? WHERE id = ? AND active_at IS NULL")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, id.value())
        .executeUpdate();
  }

  /**
   * Makes all accounts active: where no address has to be verified, nobody waits for it.
   *
   * @return how many were not
   */
  public int activateAll() {
    return entities
        .createNativeQuery(
            "UPDATE account SET active_at = ? WHERE active_at IS NULL AND deleted_at IS NULL")
        .setParameter(1, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  /** The newcomer who has waited longest, when his time is over. */
  public Optional<AccountId> overdue() {
    return entities
        .createQuery(
            "SELECT a FROM Account a WHERE a.activeAt IS NULL AND a.deletedAt IS NULL"
                + " AND a.createdAt < :limit ORDER BY a.createdAt",
            Account.class)
        .setParameter("limit", clock.instant().minus(settings.newcomer()))
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(Account::id);
  }

  /** Whether an account has waited in vain for its address to be verified. */
  public boolean isOverdue(Account account) {
    return !account.isActive() && !clock.instant().isBefore(newcomerUntil(account));
  }

  private Instant newcomerUntil(Account account) {
    return account.createdAt().plus(settings.newcomer());
  }

  /** Whether a deleted account was called so. */
  public boolean isRetired(Username username) {
    return !entities
        .createNativeQuery("SELECT 1 FROM retired_username WHERE hash = ?")
        .setParameter(1, index.of(RETIRED, username.value()))
        .getResultList()
        .isEmpty();
  }

  /**
   * Takes its name from an account, which is nobody's from now on; nobody is called so ever again,
   * unless nobody ever knew him: the name of a newcomer is free. Waits for whoever writes down
   * something of the account, and does not return before.
   */
  public void retire(Account account) {
    if (account.isActive()) {
      entities
          .createNativeQuery(
              "INSERT INTO retired_username (hash) VALUES (?) ON CONFLICT DO NOTHING")
          .setParameter(1, index.of(RETIRED, account.username()))
          .executeUpdate();
    }
    account.delete(clock.instant());
    entities.flush();
  }

  /**
   * Keeps these accounts from being deleted until the end of the transaction.
   *
   * @return how many of them are active
   */
  public int hold(Collection<AccountId> ids) {
    return entities
        .createNativeQuery(
            "SELECT 1 FROM account WHERE username IS NOT NULL AND active_at IS NOT NULL"
                + " AND id = ANY(CAST(string_to_array(?, ',') AS uuid[]))"
                + " ORDER BY id FOR KEY SHARE")
        .setParameter(
            1, ids.stream().map(AccountId::toString).distinct().collect(Collectors.joining(",")))
        .getResultList()
        .size();
  }

  /**
   * Keeps an account from being deleted until the end of the transaction, a newcomer's too.
   *
   * @return false when there is none
   */
  public boolean hold(AccountId id) {
    return !entities
        .createNativeQuery(
            "SELECT 1 FROM account WHERE username IS NOT NULL AND id = ? FOR KEY SHARE")
        .setParameter(1, id.value())
        .getResultList()
        .isEmpty();
  }

  /**
   * Inserts a row unless its unique key is taken, waiting for whoever takes it at this moment. That
   * somebody else was faster is no error, neither for the transaction nor in the database's log.
   *
   * @return false when it was taken
   */
  private static boolean inserted(Query insert, Object... values) {
    for (int i = 0; i < values.length; i++) {
      insert.setParameter(i + 1, values[i]);
    }
    return insert.executeUpdate() == 1;
  }

  /** The account, unless it was deleted. */
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(entities.find(Account.class, id.value()))
        .filter(account -> !account.isDeleted());
  }

  /** Whether others knew such an account, and it is no more. */
  public boolean isDeleted(AccountId id) {
    Account account = entities.find(Account.class, id.value());
    return account != null && account.isDeleted() && account.isActive();
  }

  public Optional<Account> find(Username username) {
    return entities
        .createQuery("SELECT a FROM Account a WHERE a.username = :name", Account.class)
        .setParameter("name", username.value())
        .getResultStream()
        .findFirst();
  }

  public Optional<PasswordCredential> password(Username username) {
    return entities
        .createQuery(
            "SELECT p FROM PasswordCredential p, Account a"
                + " WHERE a.username = :name AND p.account = a.id",
            PasswordCredential.class)
        .setParameter("name", username.value())
        .getResultStream()
        .findFirst();
  }

  /** Keeps the same password under newer parameters. */
  public void rehash(AccountId account, String hash) {
    PasswordCredential password = entities.find(PasswordCredential.class, account.value());
    if (password != null) {
      password.rehash(hash);
    }
  }

  /** The password of an account, if it has one. */
  public Optional<PasswordCredential> password(AccountId account) {
    return Optional.ofNullable(entities.find(PasswordCredential.class, account.value()));
  }

  public Optional<WalletCredential> wallet(Address address) {
    return Optional.ofNullable(entities.find(WalletCredential.class, address.value()));
  }

  /** The account as its owner sees it. */
  public AccountView own(Account account) {
    List<String> wallets =
        entities
            .createQuery(
                "SELECT w.address FROM WalletCredential w WHERE w.account = :account"
                    + " ORDER BY w.createdAt, w.address",
                String.class)
            .setParameter("account", account.id().value())
            .getResultList();
    return new AccountView(
        account.id(),
        account.username(),
        wallets,
        account.isActive() ? null : newcomerUntil(account));
  }

  /** The active accounts among these, without those that were deleted. */
  public List<Account> all(Collection<AccountId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "SELECT a FROM Account a WHERE a.id IN :ids AND a.deletedAt IS NULL"
                + " AND a.activeAt IS NOT NULL",
            Account.class)
        .setParameter("ids", ids.stream().map(AccountId::value).toList())
        .getResultList();
  }

  /**
   * Active accounts whose names begin so, by name, without those who are blocked. Of those who are
   * not to be discovered only the one whose whole name it is.
   *
   * @param except who looks
   * @param after the last name of the page before; empty for the first page
   */
  @SuppressWarnings("unchecked") // A query of an entity by SQL has no typed form.
  public List<Account> beginningWith(String prefix, String after, AccountId except, int limit) {
    return entities
        .createNativeQuery(
            "SELECT a.id, a.username, a.created_at, a.deleted_at, a.active_at FROM account a"
                + " WHERE a.username >= ? AND a.username < ? AND a.username > ? AND a.id <> ?"
                + " AND a.active_at IS NOT NULL"
                + " AND NOT EXISTS (SELECT FROM account_setting s WHERE s.account = a.id AND"
                + " CASE WHEN a.username = ? THEN s.found_by_username = 'NOBODY'"
                + " ELSE NOT s.discoverable END)"
                + " AND NOT EXISTS (SELECT FROM account_block b"
                + " WHERE b.account = ? AND b.blocked = a.id)"
                + " AND NOT EXISTS (SELECT FROM account_block b"
                + " WHERE b.account = a.id AND b.blocked = ?)"
                + " ORDER BY a.username LIMIT ?",
            Account.class)
        .setParameter(1, prefix)
        // User names are ASCII without DEL: everything that begins so stands before this.
        .setParameter(2, prefix + '\u007f')
        .setParameter(3, after)
        .setParameter(4, except.value())
        .setParameter(5, prefix)
        .setParameter(6, except.value())
        .setParameter(7, except.value())
        .setParameter(8, limit)
        .getResultList();
  }
}
