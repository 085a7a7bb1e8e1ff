package chat.parley.journal;

import java.util.List;

/**
 * Fact: these entries were committed by this instance, in commit order. Fired once per committed
 * batch, on the committing thread, after the commit. Observers must not block.
 */
public record EntriesAppended(List<Entry> entries) {

  public EntriesAppended {
    entries = List.copyOf(entries);
  }
}
