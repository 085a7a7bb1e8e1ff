package chat.parley.contact;

/** How two people stand, as one of them sees it. */
public enum Standing {
  /** Nobody asks anybody. */
  NONE,
  /** The viewer has asked and has no answer; also when he is ignored. */
  SENT,
  /** The viewer is asked. */
  RECEIVED,
  /** The viewer is asked and has chosen not to answer. */
  IGNORED,
  /** The viewer was declined and may not ask again yet. */
  DECLINED,
  /** The two have a conversation. */
  CONTACT
}
