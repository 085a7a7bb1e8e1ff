package chat.parley.identity.control;

import chat.parley.ethereum.Address;
import chat.parley.identity.AccountView;
import chat.parley.identity.Username;
import chat.parley.identity.UsernameTaken;
import chat.parley.identity.entity.Account;
import chat.parley.identity.entity.PasswordCredential;
import chat.parley.identity.entity.WalletCredential;
import chat.parley.platform.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Accounts and their credentials, in the caller's transaction. */
@Dependent
public class AccountRecords {

  private static final String UNIQUE_VIOLATION = "23505";

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  public AccountRecords(EntityManager entities, Clock clock) {
    this.entities = entities;
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
   * Makes an account that a wallet opens; when the wallet got one in the meantime, that one.
   *
   * @throws UsernameTaken also when somebody takes the name at the same moment
   */
  public Account create(Username username, Address wallet) {
    WalletCredential known = entities.find(WalletCredential.class, wallet.value());
    if (known != null) {
      return entities.find(Account.class, known.account().value());
    }
    Account account = create(username);
    entities.persist(new WalletCredential(wallet, account.id(), account.createdAt()));
    entities.flush();
    return account;
  }

  private Account create(Username username) {
    Instant now = clock.instant();
    Account account = new Account(AccountId.next(), username, now);
    if (find(username).isPresent()) {
      throw new UsernameTaken();
    }
    entities.persist(account);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      if (isUniqueViolation(e)) {
        throw new UsernameTaken();
      }
      throw e;
    }
    return account;
  }

  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(entities.find(Account.class, id.value()));
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

  /** The accounts that exist among these. */
  public List<Account> all(Collection<AccountId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("SELECT a FROM Account a WHERE a.id IN :ids", Account.class)
        .setParameter("ids", ids.stream().map(AccountId::value).toList())
        .getResultList();
  }

  /**
   * Accounts whose names begin so, by name.
   *
   * @param after the last name of the page before; empty for the first page
   */
  public List<Account> beginningWith(String prefix, String after, AccountId except, int limit) {
    return entities
        .createQuery(
            "SELECT a FROM Account a WHERE a.username >= :prefix AND a.username < :end"
                + " AND a.username > :after AND a.id <> :except ORDER BY a.username",
            Account.class)
        .setParameter("prefix", prefix)
        // User names are ASCII without DEL: everything that begins so stands before this.
        .setParameter("end", prefix + '\u007f')
        .setParameter("after", after)
        .setParameter("except", except.value())
        .setMaxResults(limit)
        .getResultList();
  }

  private static boolean isUniqueViolation(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
