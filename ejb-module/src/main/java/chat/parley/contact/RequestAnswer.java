package chat.parley.contact;

/** What somebody who is asked answers. */
public enum RequestAnswer {
  ACCEPT,
  DECLINE,
  /** Says nothing: the sender cannot tell this from no answer yet. */
  IGNORE
}
