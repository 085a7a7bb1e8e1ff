package chat.parley.identity.entity;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser, a phone, an API client of one account. */
@Entity
@Table(name = "device")
public class Device {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID account;

  @Column(name = "name")
  private @Nullable String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "named")
  private boolean named;

  /** A new device. */
  public Device(DeviceId id, AccountId account, @Nullable String name, Instant now) {
    this.id = id.value();
    this.account = account.value();
    this.name = name;
    this.createdAt = now;
  }

  /** For the persistence provider. */
  protected Device() {}

  public DeviceId id() {
    return new DeviceId(id);
  }

  public @Nullable String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean belongsTo(AccountId someone) {
    return account.equals(someone.value());
  }

  /** What its client calls it, unless its owner has named it. */
  public void calls(String itself) {
    if (!named) {
      this.name = itself;
    }
  }

  /** Its owner names it. */
  public void rename(String chosen) {
    this.name = chosen;
    this.named = true;
  }
}
