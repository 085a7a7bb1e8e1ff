package chat.parley.identity.control;

import chat.parley.ethereum.Address;
import chat.parley.identity.Credential;
import chat.parley.identity.TooManyCredentials;
import chat.parley.identity.WalletTaken;
import chat.parley.identity.entity.PasswordCredential;
import chat.parley.identity.entity.WalletCredential;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The ways to sign in to an account, in the caller's transaction. */
@Dependent
public class CredentialRecords {

  private static final String ACCOUNT = "account";

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  public CredentialRecords(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Waits for whoever changes the credentials of the account.
   *
   * @throws NotFound when there is no such account
   */
  public void lock(AccountId account) {
    if (entities
        .createNativeQuery("SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE")
        .setParameter(1, account.value())
        .getResultList()
        .isEmpty()) {
      throw new NotFound();
    }
  }

  /** All of an account: the password first, then wallets by age. */
  public List<Credential> list(AccountId account) {
    List<Credential> all = new ArrayList<>();
    PasswordCredential password = entities.find(PasswordCredential.class, account.value());
    if (password != null) {
      all.add(Credential.password(password.changedAt()));
    }
    wallets(account).stream()
        .map(wallet -> Credential.wallet(wallet.address(), wallet.createdAt()))
        .forEach(all::add);
    return all;
  }

  private List<WalletCredential> wallets(AccountId account) {
    return entities
        .createQuery(
            "SELECT w FROM WalletCredential w WHERE w.account = :account"
                + " ORDER BY w.createdAt, w.address",
            WalletCredential.class)
        .setParameter(ACCOUNT, account.value())
        .getResultList();
  }

  /**
   * Sets the password.
   *
   * @param hash in PHC string form
   * @return whether there was one before
   */
  public boolean setPassword(AccountId account, String hash) {
    PasswordCredential password = entities.find(PasswordCredential.class, account.value());
    if (password == null) {
      entities.persist(new PasswordCredential(account, hash, clock.instant()));
      return false;
    }
    password.change(hash, clock.instant());
    return true;
  }

  /**
   * Takes the password away.
   *
   * @throws NotFound when there is none
   */
  public void removePassword(AccountId account) {
    PasswordCredential password = entities.find(PasswordCredential.class, account.value());
    if (password == null) {
      throw new NotFound();
    }
    entities.remove(password);
  }

  /**
   * Links a wallet; waits for whoever links it at this moment.
   *
   * @return false when the account has it already
   * @throws WalletTaken when it is another's
   * @throws TooManyCredentials when the account has too many
   */
  public boolean addWallet(AccountId account, Address wallet) {
    int inserted =
        entities
            .createNativeQuery(
                "INSERT INTO wallet_credential (address, account_id, created_at)"
                    + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .setParameter(1, wallet.value())
            .setParameter(2, account.value())
            .setParameter(3, Timestamp.from(clock.instant()))
            .executeUpdate();
    List<WalletCredential> own = wallets(account);
    if (inserted == 0 && own.stream().noneMatch(each -> each.address().equals(wallet))) {
      throw new WalletTaken();
    }
    if (own.size() > Limits.WALLETS) {
      throw new TooManyCredentials();
    }
    return inserted == 1;
  }

  /**
   * Unlinks a wallet.
   *
   * @throws NotFound when the account does not have it
   */
  public void removeWallet(AccountId account, Address wallet) {
    WalletCredential credential = entities.find(WalletCredential.class, wallet.value());
    if (credential == null || !credential.account().equals(account)) {
      throw new NotFound();
    }
    entities.remove(credential);
  }
}
