package chat.parley.realtime;

import chat.parley.journal.Entry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way to many connections, which share one encoding of it. When its body is erased
 * meanwhile, none of them sends it any more.
 */
public final class SharedEntry {

  /** What an entry weighs on the wire beside its body, at most, in bytes. */
  private static final int ENVELOPE_BYTES = 460;

  private volatile Entry entry;
  private volatile @Nullable String encoding;
  private volatile int weight;

  public SharedEntry(Entry entry) {
    this.entry = entry;
  }

  public Entry entry() {
    return entry;
  }

  /** The encoding that everybody may see; made by the first who asks. */
  public String encoded(Function<Entry, String> encoder) {
    String known = encoding;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      String made = encoder.apply(entry);
      encoding = made;
      return made;
    }
  }

  /** The body has been erased: from now on the entry is a tombstone here too. */
  public synchronized void erase() {
    entry = entry.withoutBody();
    encoding = null;
  }

  /** How many bytes it takes on the wire, at most. */
  public int weight() {
    int known = weight;
    if (known == 0) {
      String body = entry.body();
      known = ENVELOPE_BYTES + (body == null ? 0 : jsonBytes(body));
      weight = known;
    }
    return known;
  }

  /** How many bytes all of these take. */
  public static int weight(List<SharedEntry> entries) {
    int sum = 0;
    for (SharedEntry each : entries) {
      sum += each.weight();
    }
    return sum;
  }

  /** The length of a text as a JSON string in UTF-8. */
  private static int jsonBytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20) {
        bytes += 6;
      } else if (c == '"' || c == '\\') {
        bytes += 2;
      } else if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
