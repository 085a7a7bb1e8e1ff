package chat.parley.torture.load;

import java.util.HashMap;
import java.util.Map;

/**
 * What a client keeps by rule G3 of the protocol: for each stream how far it has come. An entry is
 * applied when it is the next one; what came before is dropped.
 */
final class Replica {

  private final Map<String, Long> cursors = new HashMap<>();

  /** What to do with an entry. */
  enum Step {
    APPLY,
    DROP,
    /** A jump that nothing explains: a fault of the protocol. */
    JUMP
  }

  /** Decides about an entry, and moves on when it is applied. */
  Step take(String stream, long seq) {
    long cursor = cursor(stream);
    if (seq <= cursor) {
      return Step.DROP;
    }
    if (seq > cursor + 1) {
      return Step.JUMP;
    }
    cursors.put(stream, seq);
    return Step.APPLY;
  }

  /** Passes over an honest hole. */
  void skip(String stream, long to) {
    cursors.merge(stream, to, Math::max);
  }

  long cursor(String stream) {
    return cursors.getOrDefault(stream, 0L);
  }

  Map<String, Long> cursors() {
    return Map.copyOf(cursors);
  }

  void forget() {
    cursors.clear();
  }
}
