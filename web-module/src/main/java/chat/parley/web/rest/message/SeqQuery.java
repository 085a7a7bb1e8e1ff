package chat.parley.web.rest.message;

import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.realtime.HistoryPage;
import chat.parley.realtime.boundary.History;
import org.jspecify.annotations.Nullable;

/** Which page of one conversation is asked for: behind or before an entry, by its number. */
record SeqQuery(@Nullable Long after, @Nullable Long before, int limit) {

  /** Bodies that end a page early. */
  static final int BYTES = 1024 * 1024;

  private static final int DIGITS = 15;

  /**
   * Reads the query.
   *
   * @throws InvalidInput when both are given, or one is no number of an entry
   */
  static SeqQuery of(@Nullable String after, @Nullable String before, int limit) {
    if (after != null && before != null) {
      throw new InvalidInput("/before", "Only one of 'after' and 'before' can be given.");
    }
    return new SeqQuery(
        after == null ? null : seq("/after", after, 0),
        before == null ? null : seq("/before", before, 1),
        limit);
  }

  /** Reads a number of an entry. */
  static Long seq(String pointer, String text, long least) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || Long.parseLong(text) < least) {
      throw new InvalidInput(pointer, "The number of an entry is expected, " + least + " or more.");
    }
    return Long.valueOf(text);
  }

  HistoryPage read(History history, AccountId viewer, StreamId stream) {
    if (after != null) {
      return history.after(viewer, stream, after, limit, BYTES);
    }
    return history.before(viewer, stream, before == null ? Long.MAX_VALUE : before, limit, BYTES);
  }

  /** Continues in the same direction; null when there is no more. */
  @Nullable String next(HistoryPage page) {
    if (!page.more() || page.entries().isEmpty()) {
      return null;
    }
    int edge = after == null ? 0 : page.entries().size() - 1;
    return String.valueOf(page.entries().get(edge).entry().seq());
  }
}
