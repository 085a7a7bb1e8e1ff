package chat.parley.sealing.control;

import chat.parley.platform.Unavailable;
import chat.parley.sealing.SealingLog;
import chat.parley.sealing.control.DataKeyTable.Wrapped;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Wraps data keys of former master keys with the current one, so that the former ones can be given
 * up. What is sealed stays as it is. Every instance may do it at the same time.
 */
public final class Rewrapping {

  private static final int AT_ONCE = 100;
  private static final UUID FIRST = new UUID(0, 0);

  private final MasterKeys masters;
  private final DataKeyTable table;

  /** Keys that could not be unwrapped, and were told of. */
  private final Set<UUID> foreign = new HashSet<>();

  Rewrapping(MasterKeys masters, DataKeyTable table) {
    this.masters = masters;
    this.table = table;
  }

  /**
   * Wraps all there are. A key that no known master key has wrapped is left as it is, and told to
   * operators once.
   *
   * @return how many were wrapped
   * @throws Unavailable when the database or a master key cannot be asked now; what was wrapped by
   *     then stays so
   */
  public int wrapAll() {
    String current = masters.current().name();
    int wrapped = 0;
    UUID after = FIRST;
    try {
      List<Wrapped> some = table.notUnder(current, after, AT_ONCE);
      while (!some.isEmpty()) {
        for (Wrapped key : some) {
          wrapped += wrap(key) ? 1 : 0;
          after = key.id();
        }
        some = table.notUnder(current, after, AT_ONCE);
      }
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("The keys of stored data cannot be read now.");
      unavailable.initCause(e);
      throw unavailable;
    }
    if (wrapped > 0) {
      SealingLog.LOG.rewrapped(wrapped, current);
    }
    return wrapped;
  }

  private boolean wrap(Wrapped key) throws SQLException {
    MasterKey former = masters.named(key.master()).orElse(null);
    byte[] plain = new byte[0];
    try {
      if (former == null) {
        throw new GeneralSecurityException("its master key is not known");
      }
      plain = former.unwrap(key.id(), key.bytes());
      MasterKey current = masters.current();
      return table.rewrap(
          key.master(), new Wrapped(key.id(), current.name(), current.wrap(key.id(), plain)));
    } catch (GeneralSecurityException e) {
      if (foreign.add(key.id())) {
        SealingLog.LOG.foreignDataKey(key.id(), key.master());
      }
      return false;
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }
}
