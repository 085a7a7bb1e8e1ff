package chat.parley.identity.entity;

import chat.parley.identity.Username;
import chat.parley.platform.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person's account. */
@Entity
@Table(name = "account")
public class Account {

  @Id private UUID id;

  @Column(name = "username")
  private String username;

  @Column(name = "created_at")
  private Instant createdAt;

  /** A new account. */
  public Account(AccountId id, Username username, Instant now) {
    this.id = id.value();
    this.username = username.value();
    this.createdAt = now;
  }

  /** For the persistence provider. */
  protected Account() {}

  public AccountId id() {
    return new AccountId(id);
  }

  public String username() {
    return username;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
