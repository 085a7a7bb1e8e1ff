package chat.parley.identity;

/**
 * Somebody as an issuer knows him. The same subject at another issuer is somebody else, whatever
 * e-mail address both tell of him.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}
 */
public record IssuerIdentity(String issuer, String subject) {

  /** Without the subject. */
  @Override
  public String toString() {
    return "IssuerIdentity[" + issuer + "]";
  }
}
