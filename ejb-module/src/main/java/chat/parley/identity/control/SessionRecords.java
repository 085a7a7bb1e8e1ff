package chat.parley.identity.control;

import chat.parley.identity.DeviceClaim;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionView;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.entity.Device;
import chat.parley.identity.entity.Session;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Devices and sessions, in the caller's transaction. */
@Dependent
public class SessionRecords {

  private final EntityManager entities;
  private final IdentitySettings settings;
  private final Clock clock;

  @Inject
  public SessionRecords(EntityManager entities, IdentitySettings settings, Clock clock) {
    this.entities = entities;
    this.settings = settings;
    this.clock = clock;
  }

  /** Opens a session on the device claimed, or on a new one when it is not this account's. */
  public Session open(AccountId account, DeviceClaim claim, SignInMethod method) {
    Instant now = clock.instant();
    Device device = device(account, claim, now);
    Session session =
        new Session(SessionId.next(), account, device.id(), method, now, settings.absolute());
    // There are no relations for the provider to order its inserts by.
    entities.flush();
    entities.persist(session);
    entities.flush();
    return session;
  }

  private Device device(AccountId account, DeviceClaim claim, Instant now) {
    DeviceId id = claim.id();
    Device known = id == null ? null : entities.find(Device.class, id.value());
    if (known != null && known.belongsTo(account)) {
      if (claim.name() != null) {
        known.calls(claim.name());
      }
      return known;
    }
    Device device = new Device(DeviceId.next(), account, claim.name(), now);
    entities.persist(device);
    return device;
  }

  /** Why a session is over; empty when it is open, or is not remembered any more. */
  public Optional<SessionEnd> end(SessionId id) {
    return Optional.ofNullable(entities.find(Session.class, id.value()))
        .filter(session -> !isOpen(session))
        .map(Session::endedFor);
  }

  /** The device of a session. */
  public Device device(Session session) {
    return entities.find(Device.class, session.device().value());
  }

  /** The session, when it is open. */
  public Optional<Session> open(SessionId id) {
    return Optional.ofNullable(entities.find(Session.class, id.value())).filter(this::isOpen);
  }

  private boolean isOpen(Session session) {
    return session.isOpen(clock.instant(), settings.idle());
  }

  /** The open sessions of an account, the one used last first. */
  public List<Session> open(AccountId account) {
    return entities
        .createQuery(
            "SELECT s FROM Session s WHERE s.account = :account AND s.endedAt IS NULL"
                + " ORDER BY s.lastSeenAt DESC, s.id DESC",
            Session.class)
        .setParameter("account", account.value())
        .getResultStream()
        .filter(this::isOpen)
        .toList();
  }

  /**
   * Moves the idle limit of an open session.
   *
   * @return false when it is not open
   */
  public boolean touch(SessionId id) {
    Instant now = clock.instant();
    return entities
            .createNativeQuery(
                "UPDATE session SET last_seen_at = greatest(last_seen_at, ?) WHERE id = ?"
                    + " AND ended_at IS NULL AND expires_at > ? AND last_seen_at > ?")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, id.value())
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, Timestamp.from(now.minus(settings.idle())))
            .executeUpdate()
        == 1;
  }

  /** The session as its owner sees it. */
  public SessionView view(Session session) {
    return new SessionView(
        session.id(),
        session.device(),
        device(session).name(),
        session.method(),
        session.createdAt(),
        session.lastSeenAt().truncatedTo(ChronoUnit.MINUTES),
        session.expiresAt());
  }

  /**
   * Removes what nobody can use any more.
   *
   * @return how many rows
   */
  public int removeExpired() {
    Instant now = clock.instant();
    return entities
            .createNativeQuery(
                "DELETE FROM session WHERE expires_at < ? OR ended_at < ? OR last_seen_at < ?")
            // Kept for a while, so that a stolen token that comes back is still recognised, and
            // whoever comes back is told why he has to sign in again.
            .setParameter(1, Timestamp.from(now.minus(Limits.SESSION_REMEMBERED)))
            .setParameter(2, Timestamp.from(now.minus(Limits.SESSION_REMEMBERED)))
            .setParameter(
                3, Timestamp.from(now.minus(settings.idle()).minus(Limits.SESSION_REMEMBERED)))
            .executeUpdate()
        + entities
            .createNativeQuery(
                "DELETE FROM device d USING account a"
                    + " WHERE a.id = d.account_id AND a.deleted_at IS NOT NULL"
                    + " AND NOT EXISTS (SELECT FROM session s WHERE s.device_id = d.id)")
            .executeUpdate()
        + entities
            .createNativeQuery("DELETE FROM one_time_secret WHERE expires_at < ?")
            .setParameter(1, Timestamp.from(now))
            .executeUpdate()
        + entities
            .createNativeQuery("DELETE FROM email_link WHERE expires_at < ?")
            .setParameter(1, Timestamp.from(now.minus(Limits.EMAIL_LINK_REMEMBERED)))
            .executeUpdate()
        + entities
            .createNativeQuery("DELETE FROM recovery_link WHERE expires_at < ?")
            .setParameter(1, Timestamp.from(now.minus(Limits.EMAIL_LINK_REMEMBERED)))
            .executeUpdate()
        + entities
            .createNativeQuery(
                "DELETE FROM account_email_waiting w WHERE NOT EXISTS (SELECT FROM email_link l"
                    + " WHERE l.account = w.account AND l.state = 'OPEN')")
            .executeUpdate();
  }
}
