package chat.parley.identity;

/** Why a session is over. */
public enum SessionEnd {
  /** Its own client signed out. */
  SIGNED_OUT,
  /** It was ended from another place: the list of sessions, or signing out everywhere. */
  REVOKED,
  /** It was not used for too long, or has reached its absolute limit. */
  EXPIRED,
  /** A refresh token came back that had been used: somebody holds a copy. */
  TOKEN_REUSED,
  /** Its account was deleted. */
  ACCOUNT_DELETED
}
