package chat.parley.web.problem;

/** What a 401 tells its reader. */
final class SignIn {

  /** The screen of the web app where a person signs in. */
  static final String PATH = "/sign-in";

  /** The challenge of RFC 6750. */
  static final String CHALLENGE = "Bearer realm=\"parley\"";

  private SignIn() {}
}
