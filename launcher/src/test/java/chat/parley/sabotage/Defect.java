package chat.parley.sabotage;

/** A mistake that an engineer could have made. */
public enum Defect {
  /** The sender is answered when the batch is written; it is committed with the next one. */
  ACKNOWLEDGED_BEFORE_COMMIT,
  /** The key of a message is not looked up. */
  NO_IDEMPOTENCY,
  /** News of a batch goes out before the commit, which then fails. */
  FAN_OUT_BEFORE_COMMIT,
  /** News is told outside of the transaction, gets lost, and nothing finds what it told of. */
  NO_OUTBOX,
  /** The broker's message is acknowledged, and what it tells of is not done. */
  JMS_ACKNOWLEDGED_BEFORE_THE_EFFECT,
  /** A client that comes back is served from now on, whatever it says it has. */
  MISSING_RESUME,
  /** Places come from a sequence, which knows nothing of the order of commits. */
  CURSOR_ON_IDENTITY,
  /** The counter of a stream is read without locking it. */
  COUNTER_WITHOUT_A_LOCK,
  /** History is given to whoever asks. */
  READ_OUTSIDE_MEMBERSHIP,
  /** Pages of history come from a cache. */
  STALE_HISTORY
}
