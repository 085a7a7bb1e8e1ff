package chat.parley.identity.entity;

import chat.parley.platform.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The password of an account, as a hash. */
@Entity
@Table(name = "password_credential")
public class PasswordCredential {

  @Id
  @Column(name = "account_id")
  private UUID account;

  @Column(name = "hash")
  private String hash;

  @Column(name = "changed_at")
  private Instant changedAt;

  /** A credential with its hash in PHC string form, or of bcrypt when it was imported. */
  public PasswordCredential(AccountId account, String hash, Instant now) {
    this.account = account.value();
    this.hash = hash;
    this.changedAt = now;
  }

  /** For the persistence provider. */
  protected PasswordCredential() {}

  public AccountId account() {
    return new AccountId(account);
  }

  public String hash() {
    return hash;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Another password. */
  public void change(String newHash, Instant now) {
    this.hash = newHash;
    this.changedAt = now;
  }

  /** The same password under newer parameters. */
  public void rehash(String newHash) {
    this.hash = newHash;
  }
}
