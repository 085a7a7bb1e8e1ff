package chat.parley.message;

/** How far a message has come with one member, as far as its author may know it. */
public enum Receipt {
  /** Stored by the server. */
  SENT,
  /** Stored by one of the member's devices. */
  DELIVERED,
  /** Seen by the member. */
  READ
}
