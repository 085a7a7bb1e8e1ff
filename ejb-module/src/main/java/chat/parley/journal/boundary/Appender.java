package chat.parley.journal.boundary;

import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.NewEntry;
import chat.parley.journal.control.GroupCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/**
 * The door to the log for whoever has no transaction and waits for nothing: each message passes it.
 * What needs the caller's transaction, or reads, goes through {@link Journal}.
 */
@ApplicationScoped
public class Appender {

  @Inject private GroupCommit groupCommit;

  /**
   * Appends in a transaction of its own, together with whatever else waits (group commit). The
   * stream of a user or a device begins with its first entry; that of a conversation must have been
   * opened, else the refusal is {@link chat.parley.platform.NotFound}.
   *
   * @return completes after the commit, on the committing thread: do not block in it; fails with
   *     the guard's refusal, or with an unavailable refusal when the outcome is not known or
   *     nothing was written, after which the same idempotency key may be sent again
   */
  public CompletionStage<Appended> append(NewEntry entry, AppendGuard guard) {
    return groupCommit.append(entry, guard);
  }
}
