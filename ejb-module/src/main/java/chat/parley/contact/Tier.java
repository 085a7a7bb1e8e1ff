package chat.parley.contact;

/** What speaks for somebody whom one does not know, the best first. */
public enum Tier {
  /** The two have a conversation. */
  CONTACT,
  /** Somebody has a conversation with each of them. */
  CONTACT_OF_CONTACT,
  /** They are in the same group. */
  SHARED_GROUP,
  /** They have chosen the same interest, and the viewer may see that. */
  SHARED_INTERESTS,
  UNKNOWN
}
