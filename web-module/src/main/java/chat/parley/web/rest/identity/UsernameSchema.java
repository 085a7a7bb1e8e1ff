package chat.parley.web.rest.identity;

import chat.parley.identity.Username;

/** What the description of the interface says of a user name that a client chooses. */
final class UsernameSchema {

  static final String DESCRIPTION =
      "Letters a-z, digits, dots, underscores, hyphens; kept in lower case.";
  static final String EXAMPLE = "ada";
  static final String PATTERN =
      "^[A-Za-z][A-Za-z0-9._-]{"
          + (Username.MIN_LENGTH - 1)
          + ","
          + (Username.MAX_LENGTH - 1)
          + "}$";

  private UsernameSchema() {}
}
