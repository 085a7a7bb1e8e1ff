package chat.parley.identity;

/** The credential a session was opened with. */
public enum SignInMethod {
  PASSWORD,
  WALLET,
  PASSKEY,
  /** An issuer of OpenID Connect. */
  OIDC,
  /** A link in a mail and a recovery code. */
  RECOVERY
}
