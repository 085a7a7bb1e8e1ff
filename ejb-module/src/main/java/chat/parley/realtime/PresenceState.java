package chat.parley.realtime;

/** How somebody who is connected is there; the earlier one wins over several devices. */
public enum PresenceState {
  /** Looks at the app, or did a moment ago. */
  ACTIVE,
  /** Connected, and somewhere else. */
  AWAY
}
