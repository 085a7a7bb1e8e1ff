package chat.parley.identity;

/** With what a person proves that an account is his. */
public enum CredentialKind {
  PASSWORD,
  WALLET,
  PASSKEY,
  /** An identity at an issuer of OpenID Connect. */
  OIDC
}
