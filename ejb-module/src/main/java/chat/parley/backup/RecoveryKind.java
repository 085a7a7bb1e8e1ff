package chat.parley.backup;

/** By what a new browser gets to the key of the account. */
public enum RecoveryKind {
  /** What a passkey makes of a fixed input (WebAuthn, the extension prf). */
  PASSKEY,
  /** What a wallet signs of a fixed message (EIP-712). */
  WALLET,
  /** A key that its owner has written down. */
  KEY
}
