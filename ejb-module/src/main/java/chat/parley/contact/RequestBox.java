package chat.parley.contact;

/** Which chat requests a list is of. */
public enum RequestBox {
  /** Those that wait for the viewer's answer. */
  RECEIVED,
  /** Those that the viewer has sent and that have no answer. */
  SENT,
  /** Those that the viewer has chosen not to answer. */
  IGNORED
}
