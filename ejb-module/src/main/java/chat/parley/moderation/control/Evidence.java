package chat.parley.moderation.control;

/** How far the messages of a report are proven. */
public enum Evidence {
  /** There are none. */
  NONE,
  /** All are what their author wrote. */
  AUTHENTIC,
  /** Of one at least only the reporter says so. */
  UNPROVEN
}
