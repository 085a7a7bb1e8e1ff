package chat.parley.torture.nemesis;

import java.util.Locale;

/** What can happen to a system. */
public enum FaultKind {
  /** An instance dies without a word and is started again. */
  KILL_INSTANCE,
  /** An instance is asked to stop, sends its clients away, and is started again. */
  STOP_INSTANCE,
  /** An instance stands still: its connections stay open and nothing comes. */
  PAUSE_INSTANCE,
  /** The broker dies without a word and is started again. */
  KILL_BROKER,
  /** The broker stands still. */
  PAUSE_BROKER,
  /** The disk of the broker is full. */
  FILL_BROKER_DISK,
  /** The database dies without a word and is started again. */
  KILL_DATABASE,
  /** The database stands still, all of its processes. */
  PAUSE_DATABASE,
  /** The database ends every session, in the middle of whatever it does. */
  END_DATABASE_SESSIONS,
  /** Every connection to an instance is reset in the middle of a frame. */
  CUT_CONNECTIONS,
  /** The network to an instance is slow. */
  DELAY_NETWORK,
  /** The network to an instance swallows everything, and tells nobody. */
  SWALLOW_NETWORK,
  /** Every client drops its connection at the same moment and comes back. */
  RECONNECT_STORM,
  /** The clock of an instance jumps away, and back. */
  SKEW_CLOCK;

  /** As people say it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
