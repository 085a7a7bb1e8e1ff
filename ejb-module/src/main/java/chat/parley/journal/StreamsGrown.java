package chat.parley.journal;

import java.util.Set;

/**
 * Fact: a writer that is not Parley has committed entries to these streams. Fired on every instance
 * that heard of it, on a thread of its own; one that did not hear of it finds them by looking.
 */
public record StreamsGrown(Set<StreamId> streams) {

  public StreamsGrown {
    streams = Set.copyOf(streams);
  }
}
