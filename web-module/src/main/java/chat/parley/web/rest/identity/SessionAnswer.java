package chat.parley.web.rest.identity;

import chat.parley.identity.SignedIn;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer that hands a session over. The refresh token goes where the client asked for it: into
 * a cookie that no script can read, or into the body.
 */
final class SessionAnswer {

  private SessionAnswer() {}

  /** The account was made, and its first session with it. */
  static Response created(SignedIn signedIn, @Nullable TokenDelivery delivery, Instant now) {
    return of(Response.Status.CREATED, signedIn, delivery, now);
  }

  /** The session was opened or continued. */
  static Response ok(SignedIn signedIn, @Nullable TokenDelivery delivery, Instant now) {
    return of(Response.Status.OK, signedIn, delivery, now);
  }

  private static Response of(
      Response.Status status, SignedIn signedIn, @Nullable TokenDelivery delivery, Instant now) {
    boolean inBody = delivery == TokenDelivery.BODY;
    Response.ResponseBuilder answer =
        Response.status(status).entity(SignedInJson.of(signedIn, inBody));
    if (!inBody) {
      answer.cookie(
          RefreshCookie.holding(signedIn.refreshToken(), now, signedIn.session().expiresAt()));
    }
    return answer.build();
  }
}
