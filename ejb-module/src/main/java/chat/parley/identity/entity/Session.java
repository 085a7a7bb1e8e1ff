package chat.parley.identity.entity;

import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionId;
import chat.parley.identity.SignInMethod;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed-in session: open until it is ended, idle for too long, or over its absolute limit. */
@Entity
@Table(name = "session")
public class Session {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID account;

  @Column(name = "device_id")
  private UUID device;

  @Enumerated(EnumType.STRING)
  @Column(name = "method")
  private SignInMethod method;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "proven_at")
  private @Nullable Instant provenAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "ended_for")
  private @Nullable SessionEnd endedFor;

  /** A session that opens now. */
  public Session(
      SessionId id,
      AccountId account,
      DeviceId device,
      SignInMethod method,
      Instant now,
      Duration absolute) {
    this.id = id.value();
    this.account = account.value();
    this.device = device.value();
    this.method = method;
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = now.plus(absolute);
    this.provenAt = now;
  }

  /** For the persistence provider. */
  protected Session() {}

  public SessionId id() {
    return new SessionId(id);
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public DeviceId device() {
    return new DeviceId(device);
  }

  public SignInMethod method() {
    return method;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** Whether the session still stands for its account at this time. */
  public boolean isOpen(Instant now, Duration idle) {
    return endedAt == null && now.isBefore(expiresAt) && now.isBefore(lastSeenAt.plus(idle));
  }

  /** Whether the person has proven who he is within this time. */
  public boolean isFresh(Instant now, Duration within) {
    Instant proven = provenAt == null ? createdAt : provenAt;
    return now.isBefore(proven.plus(within));
  }

  /** The person has proven again who he is. */
  public void prove(Instant now) {
    provenAt = now;
  }

  /** The session is in use. */
  public void touch(Instant now) {
    if (now.isAfter(lastSeenAt)) {
      lastSeenAt = now;
    }
  }

  /** Ends the session before its time; the first end counts. */
  public void end(Instant now, SessionEnd why) {
    if (endedAt == null) {
      endedAt = now;
      endedFor = why;
    }
  }

  /** Why the session is not open any more; meaningless while it is. */
  public SessionEnd endedFor() {
    return endedFor == null ? SessionEnd.EXPIRED : endedFor;
  }
}
