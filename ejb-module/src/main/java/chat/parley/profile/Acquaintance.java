package chat.parley.profile;

/** How somebody who looks stands to a person. */
public enum Acquaintance {
  /** The person asks the viewer to talk: whoever asks can be looked at. */
  ASKING,
  /** The two have a conversation, but the person has said nothing in it. */
  CONVERSATION,
  /**
   * The person has asked for the conversation of the two or agreed to it, has begun it, or written
   * in it: nobody becomes the contact of a person by his own doing.
   */
  CONTACT
}
