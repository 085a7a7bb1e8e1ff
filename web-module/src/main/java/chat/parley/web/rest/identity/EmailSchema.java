package chat.parley.web.rest.identity;

/** What the description of the interface says of an e-mail address that a client gives. */
final class EmailSchema {

  static final String DESCRIPTION =
      "ASCII, without quotes and comments; a domain in another script in its form xn--.";
  static final String AT_REGISTRATION =
      "An e-mail address: a mail with a link goes there, which verifies it.";
  static final String EXAMPLE = "ada@example.org";

  private EmailSchema() {}
}
