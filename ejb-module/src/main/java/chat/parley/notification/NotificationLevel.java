package chat.parley.notification;

/** About which messages of a conversation a member wants to be told. */
public enum NotificationLevel {
  /** About every message. */
  ALL,
  /** About messages that name the member. */
  MENTIONS,
  /** About none. */
  NONE
}
