package chat.parley.realtime;

import chat.parley.journal.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What came after the cursors.
 *
 * @param heads the newest entry of every stream the account can read
 * @param entries in order within each stream
 * @param gaps holes between a cursor and the entries of its stream
 * @param marks how far members have come; empty when that is as the client knows it
 * @param marksVersion names the watermarks that the client knows with this answer
 * @param more whether there is more already: ask again at once
 */
public record SyncAnswer(
    UUID generation,
    Instant at,
    Map<StreamId, Long> heads,
    List<SharedEntry> entries,
    List<ServerFrame.Gap> gaps,
    List<ServerFrame.Marks> marks,
    String marksVersion,
    boolean more) {

  public SyncAnswer {
    heads = Map.copyOf(heads);
    entries = List.copyOf(entries);
    gaps = List.copyOf(gaps);
    marks = List.copyOf(marks);
  }
}
