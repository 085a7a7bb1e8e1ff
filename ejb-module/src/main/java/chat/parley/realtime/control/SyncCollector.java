package chat.parley.realtime.control;

import chat.parley.conversation.ConversationId;
import chat.parley.identity.SessionEnd;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.Ids;
import chat.parley.platform.Limits;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import chat.parley.realtime.SyncAnswer;
import chat.parley.realtime.SyncRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A connection for one answer: it collects what a {@link Delivery} gives out, until there is
 * something to tell or the wait is over. What does not fit stays in the log, as with a socket that
 * does not keep up.
 */
public final class SyncCollector implements ClientConnection {

  /** How long catching up may take at most before the answer is what there is. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int VERSION_BYTES = 12;

  private final UUID id = Ids.next();
  private final SyncRequest request;
  private final long until;
  private final CompletableFuture<SyncAnswer> answer = new CompletableFuture<>();
  private final List<SharedEntry> entries = new ArrayList<>();
  private final List<ServerFrame.Gap> gaps = new ArrayList<>();
  private final Map<StreamId, Long> heads = new HashMap<>();
  private final Map<ConversationId, Map<AccountId, Watermark>> marks = new HashMap<>();
  private ServerFrame.@Nullable Welcome welcome;
  private @Nullable String version;
  private long bytes;
  private int live;
  private int streams;

  /**
   * A collector.
   *
   * @param ticks {@link System#nanoTime()}
   */
  public SyncCollector(SyncRequest request, long ticks) {
    this.request = request;
    this.until = ticks + request.patience().toNanos();
  }

  @Override
  public UUID id() {
    return id;
  }

  /** Completes once; its followers should not hold up who completes it. */
  public CompletionStage<SyncAnswer> answer() {
    return answer;
  }

  /** How far everybody had come when the wait began. Called before the first frame. */
  public synchronized void marksAre(Map<ConversationId, List<Watermark>> known) {
    known.forEach(this::merge);
  }

  @Override
  public void send(ServerFrame frame) {
    synchronized (this) {
      if (frame instanceof ServerFrame.Welcome first) {
        welcome = first;
        heads.putAll(first.heads());
        streams = heads.size();
      } else if (frame instanceof ServerFrame.Entries more) {
        for (SharedEntry shared : more.entries()) {
          entries.add(shared);
          bytes += shared.weight();
          heads.merge(shared.entry().stream(), shared.entry().seq(), Math::max);
        }
      } else if (frame instanceof ServerFrame.Gap gap) {
        gaps.add(gap);
      } else if (frame instanceof ServerFrame.Live) {
        live++;
      } else if (frame instanceof ServerFrame.Marks moved) {
        merge(moved.conversation(), moved.list());
      }
    }
    answerWhen(false);
  }

  @Override
  public synchronized void erase(Predicate<Entry> which) {
    entries.stream().filter(shared -> which.test(shared.entry())).forEach(SharedEntry::erase);
  }

  @Override
  public synchronized long backlog() {
    return bytes;
  }

  /** Answers with what there is. */
  @Override
  public void close(CloseCode code, @Nullable Duration after, String why) {
    answerWhen(true);
  }

  /** Answers with a refusal. */
  @Override
  public void end(SessionEnd why) {
    answer.completeExceptionally(new ConnectionRefused(why));
  }

  @Override
  public void supervise() {
    long over = System.nanoTime() - until;
    boolean late;
    synchronized (this) {
      late = over >= 0 && (isLive() || over > PATIENCE.toNanos());
    }
    if (late) {
      answerWhen(true);
    }
  }

  private void answerWhen(boolean over) {
    SyncAnswer ready;
    synchronized (this) {
      if (welcome == null || answer.isDone()) {
        return;
      }
      String marksVersion = version();
      boolean told = marksVersion.equals(request.marksVersion());
      boolean something =
          !entries.isEmpty() || !gaps.isEmpty() || !told || request.patience().isZero();
      if (!over && !isFull() && !(isLive() && something)) {
        return;
      }
      ready =
          new SyncAnswer(
              welcome.generation(),
              welcome.at(),
              heads,
              entries,
              gaps,
              told ? List.of() : list(),
              marksVersion,
              !isLive());
    }
    answer.complete(ready);
  }

  private boolean isLive() {
    return welcome != null && live >= streams;
  }

  private boolean isFull() {
    return entries.size() >= request.limit() || bytes >= Limits.SOCKET_BACKLOG_BYTES;
  }

  private void merge(ConversationId conversation, List<Watermark> moved) {
    Map<AccountId, Watermark> known = marks.computeIfAbsent(conversation, key -> new HashMap<>());
    moved.forEach(mark -> known.merge(mark.account(), mark, Watermark::max));
    version = null;
  }

  private List<ServerFrame.Marks> list() {
    return marks.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each -> new ServerFrame.Marks(each.getKey(), List.copyOf(each.getValue().values())))
        .toList();
  }

  /** A digest of all watermarks: equal when the client knows them all. */
  private String version() {
    String known = version;
    if (known == null) {
      known = digest();
      version = known;
    }
    return known;
  }

  private String digest() {
    Map<String, Watermark> ordered = new TreeMap<>();
    marks.forEach(
        (conversation, list) ->
            list.forEach((account, mark) -> ordered.put(conversation + " " + account, mark)));
    MessageDigest digest = sha256();
    ordered.forEach(
        (key, mark) -> {
          digest.update(key.getBytes(StandardCharsets.US_ASCII));
          digest.update(
              ByteBuffer.allocate(2 * Long.BYTES)
                  .putLong(mark.delivered())
                  .putLong(mark.read())
                  .flip());
        });
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest.digest(), VERSION_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
