package chat.parley.web.rest;

/** The groups that access tokens carry. */
public final class Roles {

  /** Everybody who is signed in to an active account. */
  public static final String USER = "user";

  /** Who is signed in to an account whose e-mail address has to be verified first. */
  public static final String NEWCOMER = "newcomer";

  private Roles() {}
}
