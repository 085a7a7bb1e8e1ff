package chat.parley.identity.entity;

import chat.parley.identity.Username;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's account, or what is left of one that was deleted: an id without a name. */
@Entity
@Table(name = "account")
public class Account {

  @Id private UUID id;

  @Column(name = "username")
  private @Nullable String username;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  @Column(name = "active_at")
  private @Nullable Instant activeAt;

  /** A new account, which is active. */
  public Account(AccountId id, Username username, Instant now) {
    this.id = id.value();
    this.username = username.value();
    this.createdAt = now;
    this.activeAt = now;
  }

  /** For the persistence provider. */
  protected Account() {}

  public AccountId id() {
    return new AccountId(id);
  }

  /**
   * The name.
   *
   * @throws NotFound when the account was deleted
   */
  public String username() {
    if (username == null) {
      throw new NotFound();
    }
    return username;
  }

  /** Whether its e-mail address was verified, or never had to be. */
  public boolean isActive() {
    return activeAt != null;
  }

  /** Whether there is nobody any more whose account it is. */
  public boolean isDeleted() {
    return deletedAt != null;
  }

  /** Nobody's from now on. */
  public void delete(Instant now) {
    username = null;
    deletedAt = now;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
