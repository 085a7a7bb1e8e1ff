package chat.parley.identity;

/** The credential a session was opened with. */
public enum SignInMethod {
  PASSWORD,
  WALLET
}
