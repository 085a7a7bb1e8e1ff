package chat.parley.torture.nemesis;

/**
 * One fault of a plan.
 *
 * @param instance the one it is about, from 1, for those that are about one
 * @param lengthMs how long it lasts, for those that last
 * @param chance any number; whatever else must be chosen follows from it
 * @param pauseMs how long the system is left alone before it
 */
public record Fault(FaultKind kind, int instance, int lengthMs, int chance, int pauseMs) {

  @Override
  public String toString() {
    return switch (kind) {
      case KILL_INSTANCE, STOP_INSTANCE, CUT_CONNECTIONS -> "%s %d".formatted(kind, instance);
      case PAUSE_INSTANCE, DELAY_NETWORK, SWALLOW_NETWORK, SKEW_CLOCK ->
          "%s %d for %d ms".formatted(kind, instance, lengthMs);
      case PAUSE_BROKER, PAUSE_DATABASE, FILL_BROKER_DISK ->
          "%s for %d ms".formatted(kind, lengthMs);
      case KILL_BROKER, KILL_DATABASE, END_DATABASE_SESSIONS, RECONNECT_STORM -> kind.toString();
    };
  }
}
