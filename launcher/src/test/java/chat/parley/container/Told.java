package chat.parley.container;

import chat.parley.journal.EntriesAppended;
import chat.parley.journal.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was told of the log. */
@ApplicationScoped
public class Told {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  void after(@Observes EntriesAppended fact) {
    entries.addAll(fact.entries());
  }

  /** The bodies of the entries told of, of all streams. */
  public List<String> bodies() {
    return entries.stream().map(Entry::body).toList();
  }
}
