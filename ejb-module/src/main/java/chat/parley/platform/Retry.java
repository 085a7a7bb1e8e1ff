package chat.parley.platform;

/** What a client may do with a refused command, as the socket's {@code error} frame tells it. */
public enum Retry {
  /** The same command can never succeed. */
  NEVER,
  /** Send the same command again with the same idempotency key. */
  SAME,
  /** As {@link #SAME}, but only after the time the refusal names. */
  AFTER,
  /** Process the log first, re-encrypt, and send again with the same idempotency key. */
  REBASE
}
