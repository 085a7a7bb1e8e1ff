package chat.parley.message.control;

import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.ScheduledMessage;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.AccountRows;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages, as data of who wrote them. What was sent belongs to those who have received it, too: of
 * a deleted account it stays in the log, under an id without a name.
 */
@ApplicationScoped
public class MessageData implements PersonalData {

  private static final String MARKS =
      "SELECT conversation, delivered, read, read_privately FROM message_watermark"
          + " WHERE account = ? ORDER BY conversation";

  private static final String FORGET =
      "WITH s AS (DELETE FROM message_scheduled WHERE account = ?)"
          + " DELETE FROM message_watermark WHERE account = ?";

  @Inject private AccountRows rows;
  @Inject private ScheduledTable scheduled;
  @EJB private Memberships memberships;
  @EJB private Journal journal;

  @Override
  public String feature() {
    return "message";
  }

  @Override
  public Set<String> tables() {
    return Set.of("message_scheduled", "message_watermark");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "scheduled-messages",
        "Messages of yours that wait for their time.",
        scheduled.of(account).stream().map(MessageData::record).toList());
    files.list(
        "read-marks",
        "How far you have received and read, by conversation.",
        rows.read(account, database -> database.prepareStatement(MARKS)));
    for (Membership membership : memberships.of(account)) {
      Iterable<Map<String, @Nullable Object>> own = () -> new Own(membership);
      files.list(
          "messages/" + membership.conversation(),
          "What you wrote and did in one conversation.",
          own);
    }
  }

  private static Map<String, @Nullable Object> record(ScheduledMessage message) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("conversation", message.message().conversation().toString());
    record.put("send_at", message.sendAt());
    record.put("created_at", message.createdAt());
    record.put("body", new DataFiles.Written(message.message().body()));
    return record;
  }

  private static Map<String, @Nullable Object> record(Entry entry) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("seq", entry.seq());
    record.put("kind", entry.kind());
    record.put("at", entry.at());
    record.put("expires_at", entry.expiresAt());
    String body = entry.body();
    record.put("body", body == null ? null : new DataFiles.Written(body));
    return record;
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }

  /** What one member wrote in one conversation, read a page at a time. */
  private final class Own implements Iterator<Map<String, @Nullable Object>> {

    private final Membership membership;
    private final Queue<Entry> page = new ArrayDeque<>();
    private long after;
    private boolean more = true;

    Own(Membership membership) {
      this.membership = membership;
    }

    @Override
    public boolean hasNext() {
      if (page.isEmpty() && more) {
        List<Entry> next =
            journal.readBy(
                membership.account(),
                StreamId.conversation(membership.conversation().value()),
                after,
                Limits.EXPORT_PAGE);
        more = next.size() == Limits.EXPORT_PAGE;
        page.addAll(next);
      }
      return !page.isEmpty();
    }

    @Override
    public Map<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Entry entry = page.remove();
      after = entry.seq();
      return record(entry);
    }
  }
}
