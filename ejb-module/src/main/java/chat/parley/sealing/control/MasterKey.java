package chat.parley.sealing.control;

import java.security.GeneralSecurityException;
import java.util.UUID;

/** A key that wraps data keys, and that whoever has the database does not have. */
interface MasterKey {

  /** Under which name it stands beside what it wrapped. */
  String name();

  /**
   * Wraps the bytes of a data key, bound to its id.
   *
   * @throws chat.parley.platform.Unavailable when the key cannot be asked now
   */
  byte[] wrap(UUID id, byte[] dataKey) throws GeneralSecurityException;

  /**
   * Undoes {@link #wrap}.
   *
   * @throws GeneralSecurityException when these bytes were not wrapped by it, or under another id
   * @throws chat.parley.platform.Unavailable when the key cannot be asked now
   */
  byte[] unwrap(UUID id, byte[] wrapped) throws GeneralSecurityException;
}
