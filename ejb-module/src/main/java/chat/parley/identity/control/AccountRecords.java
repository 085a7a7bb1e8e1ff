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
  private final Clock clock;

  @Inject
  public AccountRecords(EntityManager entities, BlindIndex index, Clock clock) {
    this.entities = entities;
    this.index = index;
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

  private Account create(Username username) {
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

  /** Whether a deleted account was called so. */
  public boolean isRetired(Username username) {
    return !entities
        .createNativeQuery("SELECT 1 FROM retired_username WHERE hash = ?")
        .setParameter(1, index.of(RETIRED, username.value()))
        .getResultList()
        .isEmpty();
  }

  /**
   * Takes its name from an account, which is nobody's from now on; nobody is called so ever again.
   * Waits for whoever writes down something of the account, and does not return before.
   */
  public void retire(Account account) {
    entities
        .createNativeQuery("INSERT INTO retired_username (hash) VALUES (?) ON CONFLICT DO NOTHING")
        .setParameter(1, index.of(RETIRED, account.username()))
        .executeUpdate();
    account.delete(clock.instant());
    entities.flush();
  }

  /**
   * Keeps these accounts from being deleted until the end of the transaction.
   *
   * @return how many there are
   */
  public int hold(Collection<AccountId> ids) {
    return entities
        .createNativeQuery(
            "SELECT 1 FROM account WHERE username IS NOT NULL"
                + " AND id = ANY(CAST(string_to_array(?, ',') AS uuid[]))"
                + " ORDER BY id FOR KEY SHARE")
        .setParameter(
            1, ids.stream().map(AccountId::toString).distinct().collect(Collectors.joining(",")))
        .getResultList()
        .size();
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

  /** Whether there was such an account, and is no more. */
  public boolean isDeleted(AccountId id) {
    Account account = entities.find(Account.class, id.value());
    return account != null && account.isDeleted();
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
    return new AccountView(account.id(), account.username(), wallets);
  }

  /** The accounts that exist among these, without those that were deleted. */
  public List<Account> all(Collection<AccountId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "SELECT a FROM Account a WHERE a.id IN :ids AND a.deletedAt IS NULL", Account.class)
        .setParameter("ids", ids.stream().map(AccountId::value).toList())
        .getResultList();
  }

  /**
   * Accounts whose names begin so, by name, without those who are blocked. Of those who are not to
   * be discovered only the one whose whole name it is.
   *
   * @param except who looks
   * @param after the last name of the page before; empty for the first page
   */
  @SuppressWarnings("unchecked") // A query of an entity by SQL has no typed form.
  public List<Account> beginningWith(String prefix, String after, AccountId except, int limit) {
    return entities
        .createNativeQuery(
            "SELECT a.id, a.username, a.created_at, a.deleted_at FROM account a"
                + " WHERE a.username >= ? AND a.username < ? AND a.username > ? AND a.id <> ?"
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
