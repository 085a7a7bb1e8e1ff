package chat.parley.realtime.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.realtime.HistoryPage;
import chat.parley.realtime.SharedEntry;
import chat.parley.realtime.control.Interval;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Pages of streams, for those who may read them. */
@ApplicationScoped
public class History {

  /** Entries read from the log at once, at most, so that large bodies do not pile up. */
  private static final int CHUNK = 64;

  @EJB private Memberships memberships;
  @EJB private Journal journal;

  /**
   * The entries after one, in order.
   *
   * @param limit at most so many
   * @param bytes at most about so many bytes, but always one entry
   * @throws NotFound when there is no such stream, or the account cannot read it
   */
  public HistoryPage after(AccountId viewer, StreamId stream, long after, int limit, int bytes) {
    Interval readable = readable(viewer, stream);
    Room room = new Room(limit, bytes);
    long at = Math.max(after, readable.floor());
    while (true) {
      int wanted = room.wanted();
      List<Entry> chunk = journal.readAfter(stream, at, wanted);
      for (Entry entry : chunk) {
        if (entry.seq() > readable.ceiling()) {
          return room.page(false);
        }
        if (!room.takeLast(entry)) {
          return room.page(true);
        }
        at = entry.seq();
      }
      if (chunk.size() < wanted) {
        return room.page(false);
      }
    }
  }

  /**
   * The entries before one, the nearest of them, in order.
   *
   * @param limit at most so many
   * @param bytes at most about so many bytes, but always one entry
   * @throws NotFound when there is no such stream, or the account cannot read it
   */
  public HistoryPage before(AccountId viewer, StreamId stream, long before, int limit, int bytes) {
    Interval readable = readable(viewer, stream);
    Room room = new Room(limit, bytes);
    long at = readable.isOpen() ? before : Math.min(before, readable.ceiling() + 1);
    while (true) {
      int wanted = room.wanted();
      List<Entry> chunk = journal.readBefore(stream, at, wanted);
      for (int i = chunk.size() - 1; i >= 0; i--) {
        Entry entry = chunk.get(i);
        if (entry.seq() <= readable.floor()) {
          return room.page(false);
        }
        if (!room.takeFirst(entry)) {
          return room.page(true);
        }
        at = entry.seq();
      }
      if (chunk.size() < wanted) {
        return room.page(false);
      }
    }
  }

  private Interval readable(AccountId viewer, StreamId stream) {
    if (stream.kind() == StreamId.Kind.CONVERSATION) {
      ConversationId conversation = new ConversationId(stream.owner());
      Membership membership = memberships.requireReader(conversation, viewer);
      return new Interval(membership.floor(), membership.ceiling());
    }
    if (stream.equals(StreamId.user(viewer.value()))) {
      return Interval.ALL;
    }
    throw new NotFound();
  }

  /** What still fits on a page. */
  private static final class Room {

    private final Deque<SharedEntry> entries = new ArrayDeque<>();
    private int places;
    private long bytes;

    Room(int places, long bytes) {
      this.places = places;
      this.bytes = bytes;
    }

    /** How many entries to read: one more than fit says whether there are more, in one go. */
    int wanted() {
      return Math.min(places + 1, CHUNK);
    }

    boolean takeLast(Entry entry) {
      SharedEntry shared = new SharedEntry(entry);
      if (!fits(shared)) {
        return false;
      }
      entries.addLast(shared);
      return true;
    }

    boolean takeFirst(Entry entry) {
      SharedEntry shared = new SharedEntry(entry);
      if (!fits(shared)) {
        return false;
      }
      entries.addFirst(shared);
      return true;
    }

    private boolean fits(SharedEntry shared) {
      if (places == 0 || (bytes < shared.weight() && !entries.isEmpty())) {
        return false;
      }
      places--;
      bytes -= shared.weight();
      return true;
    }

    HistoryPage page(boolean more) {
      return new HistoryPage(List.copyOf(entries), more);
    }
  }
}
