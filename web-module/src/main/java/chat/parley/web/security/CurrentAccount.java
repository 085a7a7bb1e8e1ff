package chat.parley.web.security;

import chat.parley.identity.SessionId;
import chat.parley.identity.boundary.Sessions;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.web.json.StrictJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who calls, from the verified access token and nothing else. */
@RequestScoped
public class CurrentAccount {

  @Inject private JsonWebToken token;
  @Inject private Sessions sessions;

  /**
   * The account.
   *
   * @throws Unauthenticated when nobody is signed in
   */
  public AccountId id() {
    return new AccountId(uuid(token.getSubject()));
  }

  /**
   * The session.
   *
   * @throws Unauthenticated when nobody is signed in
   */
  public SessionId session() {
    return new SessionId(uuid(token.getClaim("sid")));
  }

  /**
   * The device.
   *
   * @throws Unauthenticated when nobody is signed in
   */
  public DeviceId device() {
    return new DeviceId(uuid(token.getClaim("did")));
  }

  /** When the access token is over. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(token.getExpirationTime());
  }

  /**
   * Makes sure that the token is an access token of a session that is still open.
   *
   * @throws Unauthenticated otherwise
   */
  void require() {
    AccessTokenHeader.require(token.getRawToken());
    id();
    device();
    if (!sessions.isOpen(session())) {
      throw new Unauthenticated();
    }
  }

  private static UUID uuid(@Nullable Object claim) {
    UUID id = claim == null ? null : StrictJson.id(String.valueOf(claim));
    if (id == null) {
      throw new Unauthenticated();
    }
    return id;
  }
}
