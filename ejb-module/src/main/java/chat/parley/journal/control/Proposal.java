package chat.parley.journal.control;

import chat.parley.journal.AppendGuard;
import chat.parley.journal.NewEntry;
import java.nio.charset.StandardCharsets;

/**
 * An entry on its way into the log. Its body is encoded once, here; the bytes are what is hashed,
 * sealed and stored.
 */
final class Proposal {

  private final NewEntry entry;
  private final AppendGuard guard;
  private final byte[] body;

  Proposal(NewEntry entry, AppendGuard guard) {
    this.entry = entry;
    this.guard = guard;
    this.body = entry.body().getBytes(StandardCharsets.UTF_8);
  }

  NewEntry entry() {
    return entry;
  }

  AppendGuard guard() {
    return guard;
  }

  /** The array itself; nobody writes to it. */
  byte[] body() {
    return body;
  }
}
