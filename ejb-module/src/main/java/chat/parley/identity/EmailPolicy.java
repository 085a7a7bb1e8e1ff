package chat.parley.identity;

/** Whether accounts have e-mail addresses on this installation. */
public enum EmailPolicy {
  /** It sends no mail, so nobody can give one. */
  OFF,
  /** Whoever likes gives one. */
  OPTIONAL,
  /** Whoever makes an account gives one. */
  REQUIRED
}
