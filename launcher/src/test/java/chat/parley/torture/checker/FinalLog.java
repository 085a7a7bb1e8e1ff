package chat.parley.torture.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The log as it is after the run, and who was allowed to read what. */
public final class FinalLog {

  private final Map<String, TreeMap<Long, LoggedEntry>> streams = new TreeMap<>();
  private final Map<String, Map<String, List<Stay>>> stays = new HashMap<>();
  private final List<String> reused = new ArrayList<>();

  /**
   * A time of membership, in places of the stream, both included.
   *
   * @param to {@link Long#MAX_VALUE} while it lasts
   */
  public record Stay(long from, long to) {
    boolean has(long seq) {
      return from <= seq && seq <= to;
    }
  }

  /** Adds an entry of a stream. */
  public FinalLog entry(String stream, LoggedEntry entry) {
    LoggedEntry other =
        streams.computeIfAbsent(stream, name -> new TreeMap<>()).putIfAbsent(entry.seq(), entry);
    if (other != null) {
      reused.add("%s:%d is there twice: %s and %s".formatted(stream, entry.seq(), other, entry));
    }
    return this;
  }

  /**
   * Says that an account may read these places of a stream; several stays are told in their order.
   */
  public FinalLog member(String stream, String account, long from, long to) {
    stays
        .computeIfAbsent(stream, name -> new HashMap<>())
        .computeIfAbsent(account, name -> new ArrayList<>())
        .add(new Stay(from, to));
    return this;
  }

  /** The names of all streams. */
  public List<String> streams() {
    return List.copyOf(streams.keySet());
  }

  List<String> reused() {
    return reused;
  }

  /** The entries of a stream by their places. */
  public NavigableMap<Long, LoggedEntry> entries(String stream) {
    return streams.getOrDefault(stream, new TreeMap<>());
  }

  @Nullable LoggedEntry entry(String stream, long seq) {
    return entries(stream).get(seq);
  }

  /** The newest place of a stream; 0 when it has none. */
  public long head(String stream) {
    NavigableMap<Long, LoggedEntry> entries = entries(stream);
    return entries.isEmpty() ? 0 : entries.lastKey();
  }

  boolean mayRead(String account, String stream, long seq) {
    return stays(account, stream).stream().anyMatch(stay -> stay.has(seq));
  }

  List<Stay> stays(String account, String stream) {
    return stays.getOrDefault(stream, Map.of()).getOrDefault(account, List.of());
  }

  /** The streams an account was ever allowed to read. */
  List<String> streamsOf(String account) {
    return stays.keySet().stream().filter(stream -> !stays(account, stream).isEmpty()).toList();
  }

  /** The newest place of a stream that an account may read; 0 when there is none. */
  public long headFor(String account, String stream) {
    long head = 0;
    for (Stay stay : stays(account, stream)) {
      Long last = entries(stream).floorKey(stay.to());
      if (last != null && last >= stay.from()) {
        head = Math.max(head, last);
      }
    }
    return head;
  }
}
