package chat.parley.realtime.control;

import chat.parley.platform.Ids;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
  public long backlog() {
    return backlog;
  }

  @Override
  public void close(CloseCode code, @Nullable Duration after, String why) {
    closed = code;
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

  synchronized long count(Class<? extends ServerFrame> type) {
    return frames.stream().filter(type::isInstance).count();
  }
}
