package chat.parley.realtime;

import java.util.List;

/**
 * A page of a stream, in order of {@code seq}.
 *
 * @param more whether the stream goes on in the direction that was asked for
 */
public record HistoryPage(List<SharedEntry> entries, boolean more) {

  public HistoryPage {
    entries = List.copyOf(entries);
  }
}
