package chat.parley.realtime.boundary;

import chat.parley.conversation.ConversationView;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.Page;
import chat.parley.realtime.DirectPage;
import chat.parley.realtime.DirectPage.Place;
import chat.parley.realtime.DirectPage.Talk;
import chat.parley.realtime.HistoryPage;
import chat.parley.realtime.SharedEntry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything somebody may read in direct conversations: the newest conversation first, and each of
 * them from its beginning to its end, so that whoever follows the pages has every entry once.
 */
@ApplicationScoped
public class DirectHistory {

  /** Conversations of more people have places of their own. */
  private static final int PEOPLE = 2;

  @EJB private Conversations conversations;
  @Inject private History history;

  /**
   * A page.
   *
   * @param from where the page before ended; null for the first
   * @param limit at most so many entries
   * @param bytes at most about so many bytes, but always one entry
   * @throws chat.parley.platform.NotFound when the viewer cannot read where the page begins
   */
  public DirectPage page(AccountId viewer, @Nullable Place from, int limit, int bytes) {
    Shelf shelf = new Shelf(viewer, limit, bytes);
    String cursor = null;
    int skipped = 0;
    if (from != null) {
      shelf.put(conversations.get(from.conversation(), viewer), from.after());
      cursor = from.conversation().toString();
    }
    while (!shelf.isFull()) {
      Page<ConversationView> page =
          conversations.list(viewer, cursor, Limits.PAGE_CONVERSATIONS - shelf.seen);
      for (ConversationView conversation : page.items()) {
        if (shelf.isFull()) {
          skipped++;
        } else {
          shelf.put(conversation, 0);
        }
      }
      cursor = page.next();
      if (cursor == null) {
        return shelf.page(skipped == 0);
      }
    }
    return shelf.page(false);
  }

  /** What was read, and what still fits. */
  private final class Shelf {

    private final AccountId viewer;
    private final List<Talk> talks = new ArrayList<>();
    private int places;
    private long bytes;
    private int seen;
    private boolean cut;
    private @Nullable Place next;

    Shelf(AccountId viewer, int places, long bytes) {
      this.viewer = viewer;
      this.places = places;
      this.bytes = bytes;
    }

    boolean isFull() {
      return cut || places == 0 || bytes <= 0 || seen >= Limits.PAGE_CONVERSATIONS;
    }

    void put(ConversationView conversation, long after) {
      seen++;
      next = new Place(conversation.id(), after);
      if (conversation.members().size() != PEOPLE) {
        return;
      }
      HistoryPage page =
          history.after(
              viewer,
              StreamId.conversation(conversation.id().value()),
              after,
              places,
              Math.toIntExact(bytes));
      List<SharedEntry> entries = page.entries();
      if (!entries.isEmpty()) {
        talks.add(new Talk(conversation, entries));
      }
      places -= entries.size();
      bytes -= entries.stream().mapToLong(SharedEntry::weight).sum();
      cut = page.more();
      if (!entries.isEmpty()) {
        next = new Place(conversation.id(), entries.get(entries.size() - 1).entry().seq());
      }
    }

    /** The page; the last one when the last conversation was read to its end. */
    DirectPage page(boolean lastConversation) {
      return new DirectPage(talks, lastConversation && !cut ? null : next);
    }
  }
}
