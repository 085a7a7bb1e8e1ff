package chat.parley.journal.boundary;

import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The one door to the log: append and read. */
public class Journal {

  /**
   * Appends in a transaction of its own, together with whatever else waits (group commit).
   *
   * @return completes after the commit, on the committing thread: do not block in it; fails with
   *     the guard's refusal, or with an unavailable refusal when the outcome is not known or
   *     nothing was written, after which the same idempotency key may be sent again
   */
  public CompletionStage<Appended> append(NewEntry entry, AppendGuard guard) {
    throw new UnsupportedOperationException("signature only");
  }

  /** Appends in the caller's transaction, in the order given. */
  public List<Entry> appendInTransaction(List<NewEntry> entries) {
    throw new UnsupportedOperationException("signature only");
  }

  /**
   * Makes a stream in the caller's transaction.
   *
   * @param sealed whether its bodies are encrypted at rest by the server
   */
  public void open(StreamId stream, boolean sealed) {
    throw new UnsupportedOperationException("signature only");
  }

  /**
   * Reads in ascending order the entries with {@code seq > after}.
   *
   * @param limit 1 to 1,000
   */
  public List<Entry> readAfter(StreamId stream, long after, int limit) {
    throw new UnsupportedOperationException("signature only");
  }

  /** Reads the newest entries with {@code seq < before}, returned in ascending order. */
  public List<Entry> readBefore(StreamId stream, long before, int limit) {
    throw new UnsupportedOperationException("signature only");
  }

  /** The seq of the newest entry of each stream; 0 for one that has none or does not exist. */
  public Map<StreamId, Long> heads(Collection<StreamId> streams) {
    throw new UnsupportedOperationException("signature only");
  }

  /** Changes when the log was restored from a backup. */
  public UUID generation() {
    throw new UnsupportedOperationException("signature only");
  }
}
