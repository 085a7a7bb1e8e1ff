package chat.parley.identity;

import java.time.Duration;

/**
 * The answer to a sign-in or a refresh.
 *
 * @param accessToken a JWT (RFC 9068), for the Authorization header
 * @param expiresIn how long the access token is good
 * @param refreshToken good once, for the next of both; 256 random bits in base64url
 */
public record SignedIn(
    String accessToken,
    Duration expiresIn,
    String refreshToken,
    SessionView session,
    AccountView account) {

  /** Without the tokens. */
  @Override
  public String toString() {
    return "SignedIn[session=" + session.id() + ", account=" + account.id() + "]";
  }
}
