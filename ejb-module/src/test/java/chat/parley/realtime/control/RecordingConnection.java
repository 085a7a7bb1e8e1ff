package chat.parley.realtime.control;

import chat.parley.identity.SessionEnd;
import chat.parley.journal.Entry;
import chat.parley.platform.Ids;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that keeps what it is sent. */
final class RecordingConnection implements ClientConnection {

  final List<ServerFrame> frames = new ArrayList<>();
  private final UUID id = Ids.next();
  long backlog;
  @Nullable CloseCode closed;

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public synchronized void send(ServerFrame frame) {
    frames.add(frame);
  }

  @Override
  public synchronized void erase(Predicate<Entry> which) {
    for (ServerFrame frame : frames) {
      if (frame instanceof ServerFrame.Entries entries) {
        entries.entries().stream()
            .filter(shared -> which.test(shared.entry()))
            .forEach(SharedEntry::erase);
      }
    }
  }

  @Override
  public long backlog() {
    return backlog;
  }

  @Override
  public void close(CloseCode code, @Nullable Duration after, String why) {
    closed = code;
  }

  @Override
  public void end(SessionEnd why) {
    closed = CloseCode.SIGN_IN;
  }

  @Override
  public void supervise() {}

  /** The sequence numbers in the order they were sent. */
  synchronized List<Long> seqs() {
    return frames.stream()
        .filter(ServerFrame.Entries.class::isInstance)
        .map(ServerFrame.Entries.class::cast)
        .flatMap(frame -> frame.entries().stream())
        .map(shared -> shared.entry().seq())
        .toList();
  }

  /** The bodies as they would be written now, in the order of the entries. */
  synchronized List<@Nullable String> bodies() {
    List<@Nullable String> bodies = new ArrayList<>();
    for (ServerFrame frame : frames) {
      if (frame instanceof ServerFrame.Entries entries) {
        entries.entries().forEach(shared -> bodies.add(shared.entry().body()));
      }
    }
    return bodies;
  }

  synchronized long count(Class<? extends ServerFrame> type) {
    return frames.stream().filter(type::isInstance).count();
  }
}
