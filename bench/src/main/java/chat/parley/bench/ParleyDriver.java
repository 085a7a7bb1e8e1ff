package chat.parley.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code parley.v1} as the web app speaks it: hello with a ticket and the cursors of a device that
 * has everything up to now, send with an idempotency key, cumulative acknowledgements of what has
 * come, at once, and then after 16 entries, a second, or with the next message, and the heartbeat.
 *
 * <p>Accounts, sessions, conversations and one ticket for each connection stand in the database
 * before the run ({@code parley.sh ticket}, which prints the cursors), under ids that are made from
 * the numbers of users and conversations.
 */
final class ParleyDriver implements Driver {

  private static final int ACKNOWLEDGE_EACH = 16;
  private static final long ACKNOWLEDGE_PAUSE_MS = 1_000;
  private static final int WINDOW = 256;

  /**
   * Requests that may wait for their answers ({@code limits.inFlight}); what is more waits here.
   */
  private static final int IN_FLIGHT = 16;

  private static final long HEARTBEAT_NS = TimeUnit.SECONDS.toNanos(25);
  private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RE = "\"re\":\"".getBytes(StandardCharsets.US_ASCII);

  private final List<URI> uris = new ArrayList<>();
  private final String run;
  private final Map<Integer, String> known = new HashMap<>();

  /**
   * A driver.
   *
   * @param run the word in the tickets of this run
   * @param cursors file of what the devices have already: user, stream and number, one in each line
   */
  ParleyDriver(String urls, String run, @Nullable Path cursors) throws IOException {
    for (String url : urls.split(",", -1)) {
      uris.add(URI.create(url + "/api/socket"));
    }
    this.run = run;
    for (String line : cursors == null ? List.<String>of() : Files.readAllLines(cursors)) {
      String[] words = line.split(" ", -1);
      known.merge(
          Integer.valueOf(words[0]),
          "\"%s\":%s".formatted(words[1], words[2]),
          (some, more) -> some + "," + more);
    }
  }

  @Override
  public CompletionStage<Session> connect(int user, int device, Listener listener) {
    Conn conn = new Conn(user, device, listener);
    // Spread as a load balancer would: partners often land on different instances.
    int at = Integer.remainderUnsigned(((user + device) * 0x9E3779B1) >>> 16, uris.size());
    Net.connect(uris.get(at), "parley.v1", 1 << 20, conn);
    return conn.ready;
  }

  /** An id made from a number; the letter keeps kinds of things apart. */
  private static String id(char kind, long number) {
    return "01900000-0000-7000-8%c00-%012x".formatted(kind, number);
  }

  private final class Conn extends Net.Socket implements Session {

    final CompletableFuture<Session> ready = new CompletableFuture<>();
    private final int user;
    private final int device;
    private final Listener listener;
    private final Queue<CompletableFuture<Integer>> pages = new ArrayDeque<>();
    private final Map<String, Long> cursors = new LinkedHashMap<>();
    private final Map<Integer, byte[]> sendHeads = new HashMap<>();
    private final Queue<ByteBuf> waiting = new ArrayDeque<>();
    private int inFlight;
    private boolean welcomed;
    private int unacknowledged;
    private boolean acknowledgePausing;
    private @Nullable ByteBuf lines;

    Conn(int user, int device, Listener listener) {
      this.user = user;
      this.device = device;
      this.listener = listener;
    }

    @Override
    protected void onOpen() {
      text(
          "{\"type\":\"hello\",\"id\":\"h\",\"ticket\":\"%s-%d-%d\",\"device\":\"%s\",\"cursors\":{%s},\"window\":%d,\"lines\":true}"
              .formatted(
                  run,
                  user,
                  device,
                  id('d', user * 1_000L + device),
                  known.getOrDefault(user, ""),
                  WINDOW));
      Net.later(this::beat, HEARTBEAT_NS);
    }

    private void beat() {
      if (!closing) {
        line("{\"type\":\"ping\",\"n\":1}");
        Net.later(this::beat, HEARTBEAT_NS);
      }
    }

    @Override
    protected void onFrame(ByteBuf message) {
      int from = message.readerIndex();
      int end = message.writerIndex();
      while (from < end) {
        int line = message.indexOf(from, end, (byte) '\n');
        int to = line < 0 ? end : line;
        take(message.slice(from, to - from));
        from = to + 1;
      }
    }

    private void take(ByteBuf frame) {
      // {"type":"entry and so on: the letters behind the quote tell all we need.
      switch (frame.getByte(9)) {
        case 'o' -> answer(frame);
        case 'e' -> {
          if (frame.getByte(10) == 'n') {
            entries(frame);
          } else {
            listener.onError(frame.toString(StandardCharsets.UTF_8));
          }
        }
        case 'w' -> welcomed = true;
        case 'l' -> {
          // The own stream is the last to become live only by chance: any of them will do.
          if (welcomed) {
            ready.complete(this);
          }
        }
        case 'b' -> onClosed(frame.toString(StandardCharsets.UTF_8));
        default -> {
          // Marks, gaps, signals and pongs.
        }
      }
    }

    private void answer(ByteBuf frame) {
      int re = after(frame, RE, frame.readerIndex());
      if (frame.getByte(re) == 'p') {
        int rows = 0;
        for (int at = after(frame, SEQ, re); at > 0; at = after(frame, SEQ, at)) {
          rows++;
        }
        pages.remove().complete(rows);
      } else {
        listener.onAck((int) number(frame, re));
        ByteBuf next = waiting.poll();
        if (next == null) {
          inFlight--;
        } else {
          line(next);
        }
      }
    }

    private void entries(ByteBuf frame) {
      int stream =
          after(frame, "\"stream\":\"".getBytes(StandardCharsets.US_ASCII), frame.readerIndex());
      String name = frame.toString(stream, 38, StandardCharsets.US_ASCII);
      long last = 0;
      for (int at = after(frame, SEQ, stream); at > 0; at = after(frame, SEQ, at)) {
        last = number(frame, at);
        unacknowledged++;
      }
      cursors.merge(name, last, Math::max);
      for (int at = Payload.find(frame, stream); at > 0; at = Payload.find(frame, at + 1)) {
        if (Payload.sender(frame, at) != user) {
          listener.onMessage(frame, at);
        }
      }
      if (unacknowledged >= ACKNOWLEDGE_EACH || !acknowledgePausing) {
        acknowledge();
      }
    }

    private void pauseEnds() {
      acknowledgePausing = false;
      acknowledge();
    }

    private void acknowledge() {
      if (!cursors.isEmpty()) {
        line(acknowledgement());
      }
    }

    private String acknowledgement() {
      if (!acknowledgePausing) {
        acknowledgePausing = true;
        Net.later(this::pauseEnds, TimeUnit.MILLISECONDS.toNanos(ACKNOWLEDGE_PAUSE_MS));
      }
      StringBuilder text = new StringBuilder(96).append("{\"type\":\"ack\",\"cursors\":{");
      String separator = "\"";
      for (Map.Entry<String, Long> cursor : cursors.entrySet()) {
        text.append(separator).append(cursor.getKey()).append("\":").append(cursor.getValue());
        separator = ",\"";
      }
      cursors.clear();
      unacknowledged = 0;
      return text.append("}}").toString();
    }

    private void line(String frame) {
      line(Unpooled.copiedBuffer(frame, StandardCharsets.UTF_8));
    }

    /** What is said in one go leaves in one message, and what is not acknowledged with it. */
    private void line(ByteBuf frame) {
      ByteBuf before = lines;
      if (before == null) {
        lines = frame;
        Net.soon(this::leave);
      } else {
        lines = before.writeByte('\n').writeBytes(frame);
        frame.release();
      }
    }

    private void leave() {
      if (!cursors.isEmpty()) {
        line(acknowledgement());
      }
      if (lines != null && !closing) {
        text(lines);
      }
      lines = null;
    }

    @Override
    protected void onClosed(String why) {
      if (!ready.completeExceptionally(new IllegalStateException(why))) {
        listener.onError(why);
      }
    }

    @Override
    public CompletionStage<Void> open(int conversation, int peer) {
      String head =
          "\",\"conversation\":\"" + id(peer < 0 ? 'b' : 'c', conversation) + "\",\"body\":\"";
      sendHeads.put(conversation, head.getBytes(StandardCharsets.US_ASCII));
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void send(int conversation, int peer, int tag, ByteBuf payload) {
      ByteBuf frame = buffer(payload.readableBytes() + 200);
      frame.writeCharSequence("{\"type\":\"send\",\"id\":\"" + tag, StandardCharsets.US_ASCII);
      frame.writeCharSequence("\",\"cid\":\"" + cid(tag), StandardCharsets.US_ASCII);
      frame.writeBytes(sendHeads.get(conversation));
      frame.writeBytes(payload).writeByte('"').writeByte('}');
      payload.release();
      if (inFlight < IN_FLIGHT) {
        inFlight++;
        line(frame);
      } else {
        waiting.add(frame);
      }
    }

    /** A UUIDv7: the time, the user and the message. */
    private String cid(int tag) {
      long time = System.currentTimeMillis();
      return "%08x-%04x-7%03x-8%03x-%06x%06x"
          .formatted(
              time >>> 16,
              time & 0xffff,
              device & 0xfff,
              (tag >>> 24) & 0xfff,
              user,
              tag & 0xffffff);
    }

    @Override
    public CompletionStage<Integer> history(int conversation, int peer, int limit) {
      CompletableFuture<Integer> page = new CompletableFuture<>();
      pages.add(page);
      line(
          "{\"type\":\"fetch\",\"id\":\"p\",\"stream\":\"c/%s\",\"before\":9007199254740991,\"limit\":%d}"
              .formatted(id('c', conversation), limit));
      return page;
    }
  }

  /** Where what follows a word begins, or -1. */
  private static int after(ByteBuf frame, byte[] word, int from) {
    int end = frame.writerIndex() - word.length;
    for (int at = from; at <= end; at++) {
      at = frame.indexOf(at, end + 1, word[0]);
      if (at < 0) {
        return -1;
      }
      int matched = 1;
      while (matched < word.length && frame.getByte(at + matched) == word[matched]) {
        matched++;
      }
      if (matched == word.length) {
        return at + word.length;
      }
    }
    return -1;
  }

  private static long number(ByteBuf frame, int from) {
    long number = 0;
    int at = from;
    for (byte c = frame.getByte(at); c >= '0' && c <= '9'; c = frame.getByte(++at)) {
      number = number * 10 + c - '0';
    }
    return number;
  }
}
