package chat.parley.journal.boundary;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.journal.AppendGuard;
import chat.parley.journal.Authorship;
import chat.parley.journal.EntriesAppended;
import chat.parley.journal.Entry;
import chat.parley.journal.JournalLog;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.GroupCommit;
import chat.parley.journal.control.Log;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.ParleyException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to the log for whoever reads it, or appends in a transaction; {@link Appender} is that
 * for whoever has none.
 *
 * <p>Every method but {@link #isWriting} throws {@link chat.parley.platform.Unavailable} when the
 * database does not answer.
 */
@Stateless
public class Journal {

  @Inject private GroupCommit groupCommit;
  @Inject private Log log;
  @Inject private Event<EntriesAppended> news;
  @Resource private TransactionSynchronizationRegistry transaction;

  /**
   * Appends in the caller's transaction, in the order given, and tells of it once that has been
   * committed. Locks the counters of the streams until then: call it last, once, with all entries
   * of the transaction, and flush what JPA holds back before.
   */
  @TransactionAttribute(MANDATORY)
  public List<Entry> appendInTransaction(List<NewEntry> entries) {
    Log.Batch batch = log.append(entries);
    if (!batch.fresh().isEmpty()) {
      transaction.registerInterposedSynchronization(new Announcement(batch.fresh()));
    }
    return batch.entries();
  }

  /**
   * Appends one entry in the caller's transaction if the guard lets it; a known idempotency key is
   * fine. Otherwise as {@link #appendInTransaction}. The stream stays locked also when nothing was
   * written: append after it only to streams that come later in their order.
   *
   * @return the refusal, after which nothing was written and the transaction goes on; empty when
   *     the entry is in the log
   */
  @TransactionAttribute(MANDATORY)
  public Optional<ParleyException> tryInTransaction(NewEntry entry, AppendGuard guard) {
    Log.Attempt attempt = log.attempt(entry, guard);
    if (!attempt.fresh().isEmpty()) {
      transaction.registerInterposedSynchronization(new Announcement(attempt.fresh()));
    }
    return Optional.ofNullable(attempt.refusal());
  }

  /**
   * Locks the counters of streams until the end of the caller's transaction, which appends to them
   * next: for what must know its {@code seq} before it is written.
   *
   * @return the seq of the newest entry of each; the next one of the caller follows it
   */
  @TransactionAttribute(MANDATORY)
  public Map<StreamId, Long> hold(Collection<StreamId> streams) {
    return log.hold(streams);
  }

  /**
   * Makes a stream in the caller's transaction; one that exists stays as it is.
   *
   * @param sealed whether its bodies are encrypted at rest by the server
   */
  @TransactionAttribute(MANDATORY)
  public void open(StreamId stream, boolean sealed) {
    log.open(stream, sealed);
  }

  /**
   * Reads in ascending order the entries with {@code seq > after}.
   *
   * @param limit 1 to 1,000
   */
  @TransactionAttribute(SUPPORTS)
  public List<Entry> readAfter(StreamId stream, long after, int limit) {
    return log.after(stream, after, limit);
  }

  /**
   * Reads the newest entries with {@code seq < before}, returned in ascending order.
   *
   * @param limit 1 to 1,000
   */
  @TransactionAttribute(SUPPORTS)
  public List<Entry> readBefore(StreamId stream, long before, int limit) {
    return log.before(stream, before, limit);
  }

  /** The seq of the newest entry of each stream; 0 for one that has none or does not exist. */
  @TransactionAttribute(SUPPORTS)
  public Map<StreamId, Long> heads(Collection<StreamId> streams) {
    return log.heads(streams);
  }

  /**
   * Who wrote what at these places of a stream, also where the body is erased; those that do not
   * exist are left out. What this says of an entry is true for ever.
   */
  @TransactionAttribute(SUPPORTS)
  public Map<Long, Authorship> authors(StreamId stream, Collection<Long> seqs) {
    return log.authors(stream, seqs);
  }

  /** Whether the device has used this idempotency key. */
  @TransactionAttribute(SUPPORTS)
  public boolean isUsed(DeviceId device, UUID cid) {
    return log.isUsed(device, cid);
  }

  /**
   * Erases bodies whose time is over, those first that are over for longest. Any number of
   * instances may do so at once: what one of them erases the others leave to it.
   *
   * @return how many, at most {@code limit}
   */
  @TransactionAttribute(REQUIRES_NEW)
  public int eraseExpired(int limit) {
    return log.eraseExpired(limit);
  }

  /**
   * Erases bodies of a stream for ever, in the caller's transaction: of one that nobody reads any
   * more. The entries stay.
   *
   * @return how many, at most {@code limit}
   */
  @TransactionAttribute(MANDATORY)
  public int eraseBodies(StreamId stream, int limit) {
    return log.eraseBodies(stream, limit);
  }

  /**
   * Reads in ascending order the entries with {@code seq > after} that one account caused.
   *
   * @param limit 1 to 1,000
   */
  @TransactionAttribute(SUPPORTS)
  public List<Entry> readBy(AccountId author, StreamId stream, long after, int limit) {
    return log.by(author, stream, after, limit);
  }

  /** Changes when the log was restored from a backup. */
  @TransactionAttribute(SUPPORTS)
  public UUID generation() {
    return log.generation();
  }

  /** True when {@link Appender#append} can be expected to succeed. */
  @TransactionAttribute(NOT_SUPPORTED)
  public boolean isWriting() {
    return groupCommit.isWriting();
  }

  /** Tells of entries when their transaction has been committed. */
  private final class Announcement implements Synchronization {

    private final List<Entry> entries;

    Announcement(List<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public void beforeCompletion() {
      // Nothing is owed before the commit.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        try {
          news.fire(new EntriesAppended(entries));
        } catch (RuntimeException e) {
          JournalLog.LOG.followerFailed(e);
        }
      }
    }
  }
}
