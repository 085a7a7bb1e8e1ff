package chat.parley.realtime;

/** Why the server ends a connection: the close codes of the protocol. */
public enum CloseCode {
  /** The server goes away, or the client was silent for too long. */
  GOING_AWAY(1001, true),
  /** Not a frame of the protocol at all. */
  BAD_FRAME(4400, false),
  /** The ticket or the session is no longer good: sign in again, then resume. */
  SIGN_IN(4401, true),
  /** The origin or the account may not connect. */
  FORBIDDEN(4403, false),
  /** The client did not ask for a version that the server speaks. */
  VERSION(4406, false),
  /** No {@code hello} in time. */
  NO_HELLO(4408, true),
  /** A newer connection of the same device took over. */
  REPLACED(4409, false),
  /** The device was revoked: wipe its local data. */
  DEVICE_REVOKED(4410, false),
  /** A frame was larger than allowed. */
  TOO_LARGE(4413, false),
  /** Too many frames: come back after a while. */
  RATE_LIMITED(4429, true),
  /** The client does not keep up: come back with a smaller window. */
  SLOW_CONSUMER(4440, true),
  /** The log is not the one the cursors came from: synchronise anew, keep the outbox. */
  RESYNC(4450, false),
  /** A fault of the server: come back with growing pauses. */
  INTERNAL(4500, true),
  /** The instance is being replaced: come back at once, spread over the time named. */
  DRAINING(4503, true);

  private final int code;
  private final boolean resume;

  CloseCode(int code, boolean resume) {
    this.code = code;
    this.resume = resume;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** Whether the client may come back with the same cursors. */
  public boolean resume() {
    return resume;
  }
}
