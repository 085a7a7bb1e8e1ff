package chat.parley.bench;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver saw from one sender in one conversation: finds losses, duplicates and disorder.
 */
final class Stream {
  private int next;
  private @Nullable Set<Integer> early;
  int duplicates;
  int disorder;

  /** Returns whether the message is new. */
  boolean seen(int seq) {
    if (seq == next) {
      next++;
      if (early != null) {
        while (early.remove(next)) {
          next++;
        }
        if (early.isEmpty()) {
          early = null;
        }
      }
      return true;
    }
    if (seq > next) {
      if (early == null) {
        early = new HashSet<>();
      }
      if (early.add(seq)) {
        disorder++;
        return true;
      }
    }
    duplicates++;
    return false;
  }

  int received() {
    return next + (early == null ? 0 : early.size());
  }
}
