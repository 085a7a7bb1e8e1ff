package chat.parley.sealing.control;

import chat.parley.platform.Unavailable;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** A key that wraps data keys, and that whoever has the database does not have. */
interface MasterKey extends AutoCloseable {

  /** Under which name it stands beside what it wrapped. */
  String name();

  /**
   * Wraps the bytes of a data key, bound to its id.
   *
   * @throws Unavailable when the key cannot be asked now
   */
  byte[] wrap(UUID id, byte[] dataKey) throws GeneralSecurityException;

  /**
   * Undoes {@link #wrap}.
   *
   * @throws GeneralSecurityException when these bytes were not wrapped by it, or under another id
   * @throws Unavailable when the key cannot be asked now
   */
  byte[] unwrap(UUID id, byte[] wrapped) throws GeneralSecurityException;

  /** Frees what asking the key needs. */
  @Override
  default void close() {
    // Most hold nothing.
  }

  /** The key cannot be asked now, for this reason. */
  static Unavailable unavailable(Exception cause) {
    Unavailable unavailable = new Unavailable("The keys of stored data cannot be had now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
