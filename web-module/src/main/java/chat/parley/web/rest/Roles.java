package chat.parley.web.rest;

/** The groups that access tokens carry. */
public final class Roles {

  /** Everybody who is signed in. */
  public static final String USER = "user";

  private Roles() {}
}
