package chat.parley.journal.control;

import chat.parley.journal.Appended;
import chat.parley.journal.Entry;
import chat.parley.platform.ParleyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did with its proposals; true only once it is committed.
 *
 * @param outcomes one per proposal, in their order
 * @param entries the new entries, in the order of their streams' sequences
 */
record Written(List<Outcome> outcomes, List<Entry> entries) {

  /**
   * One of the two.
   *
   * @param appended the entry, when it was written now or before
   * @param refusal why not, otherwise
   */
  record Outcome(@Nullable Appended appended, @Nullable ParleyException refusal) {

    static Outcome of(Appended appended) {
      return new Outcome(appended, null);
    }

    static Outcome of(ParleyException refusal) {
      return new Outcome(null, refusal);
    }
  }
}
