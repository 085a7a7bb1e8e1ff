package chat.parley.profile;

/** How somebody who looks stands to a person. */
public enum Acquaintance {
  /** The two have a conversation, but the person has said nothing in it. */
  CONVERSATION,
  /**
   * The person has begun the conversation of the two, or written in it: nobody becomes the contact
   * of a person by his own doing.
   */
  CONTACT
}
