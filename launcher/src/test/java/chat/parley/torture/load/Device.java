package chat.parley.torture.load;

import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import chat.parley.torture.history.Event;
import chat.parley.torture.history.HistoryFile;
import chat.parley.torture.history.Seen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One device of one person: keeps a replica by rule G3, an outbox whose messages are sent again
 * under the same key until they are answered, and a history of everything. Reconnects to any
 * instance whenever the connection is gone, silent, or does not answer.
 *
 * <p>A thread of its own acts; frames come on the threads of the connection. The lock guards what
 * both use; nothing is sent and nothing waited for while it is held.
 */
public final class Device implements Runnable {

  /** Below what the server takes at once on one connection. */
  private static final int IN_FLIGHT = 12;

  /** How often it asks an instance again that cannot answer now, as it may after a fault. */
  private static final int REFUSALS = 60;

  /** How many of its messages it remembers, to delete one now and then. */
  private static final int RECENT = 30;

  private static final Duration REST_PATIENCE = Duration.ofSeconds(8);
  private static final long WELCOME_WITHIN = TimeUnit.SECONDS.toNanos(10);

  /** A connection that says nothing for so long, though it is asked, is given up. */
  private static final long SILENT_FOR = TimeUnit.SECONDS.toNanos(8);

  private static final long PING_EVERY = TimeUnit.SECONDS.toNanos(2);
  private static final long ANSWER_WITHIN = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final List<Link> links;
  private final HistoryFile history;
  private final Random random;
  private final Manners manners;
  private final Object lock = new Object();

  // Guarded by the lock.
  private final Replica replica = new Replica();
  private final Map<String, Item> outbox = new LinkedHashMap<>();
  private final Map<String, Asked> asked = new HashMap<>();
  private final Map<String, Long> owedAcks = new TreeMap<>();
  private final Map<Long, Item> recent = new HashMap<>();
  private long acknowledged;
  private @Nullable Session current;
  private long heldUntil;

  private Person person;
  private volatile Mode mode = Mode.TALK;
  private volatile List<Room> rooms = List.of();
  private volatile List<Room> hosts = List.of();
  private volatile @Nullable Throwable failure;
  private final Set<String> away = new TreeSet<>();
  private int connections;
  private int requests;
  private int lastInstance;

  /** What the device is up to. */
  private enum Mode {
    TALK,
    SETTLE,
    END
  }

  /**
   * How it behaves.
   *
   * @param pauseMs between two actions, at most
   * @param window the window it asks for; null for the server's own
   * @param isSlow whether it now and then stops reading
   * @param roams whether it now and then goes to another instance for no reason
   */
  public record Manners(int pauseMs, @Nullable Integer window, boolean isSlow, boolean roams) {}

  /** A message on its way, or the wish to erase one. */
  private static final class Item {
    final String cid;
    final Room room;
    final String body;

    /** The message to erase; 0 for one that is sent. */
    final long erases;

    long sentAt;
    long notBefore;
    boolean onTheWire;

    Item(String cid, Room room, String body, long erases) {
      this.cid = cid;
      this.room = room;
      this.body = body;
      this.erases = erases;
    }

    Map<String, Object> frame() {
      return erases == 0
          ? Talk.send(cid, cid, room.conversation(), body)
          : Talk.purge(cid, cid, room.conversation(), erases);
    }
  }

  /** A page that was asked for. */
  private record Asked(long began, String stream, @Nullable Long after, @Nullable Long before) {}

  /** A connection: everything that came on an earlier one is told apart by it. */
  private final class Session implements SocketClient.Listener {
    final int number;
    final Link link;
    @Nullable SocketClient socket;
    volatile boolean welcomed;
    volatile boolean over;
    volatile long heardAt = System.nanoTime();
    long pingedAt = System.nanoTime();

    Session(int number, Link link) {
      this.number = number;
      this.link = link;
    }

    @Override
    public void frame(JsonNode frame) {
      heardAt = System.nanoTime();
      try {
        long wait;
        synchronized (lock) {
          wait = heldUntil - System.nanoTime();
        }
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
        heard(this, frame);
      } catch (RuntimeException | Error broken) {
        failed(broken);
        over = true;
      }
    }

    @Override
    public void closed(SocketClient.Closed how) {
      synchronized (lock) {
        if (!over) {
          over = true;
          history.add(new Event.Ended(System.nanoTime(), number, how.code(), how.reason()));
        }
      }
      LockSupport.unpark(thread);
    }

    void abort(String why) {
      synchronized (lock) {
        if (!over) {
          over = true;
          history.add(new Event.Ended(System.nanoTime(), number, 0, why));
        }
      }
      SocketClient open = socket;
      if (open != null) {
        open.abort();
      }
    }

    boolean send(Object frame) {
      SocketClient open = socket;
      if (open == null || over) {
        return false;
      }
      try {
        open.send(frame);
        return true;
      } catch (CompletionException | IllegalStateException gone) {
        abort("could not send");
        return false;
      }
    }
  }

  private volatile @Nullable Thread thread;

  /** A device that is not started; see {@link #run}. */
  public Device(
      String name,
      Person person,
      List<Link> links,
      HistoryFile history,
      Random random,
      Manners manners) {
    this.name = name;
    this.person = person;
    this.links = links;
    this.history = history;
    this.random = random;
    this.manners = manners;
  }

  public String name() {
    return name;
  }

  public Person person() {
    return person;
  }

  /** The rooms to write in. */
  public void writesIn(List<Room> list) {
    rooms = List.copyOf(list);
  }

  /** The groups whose guests it removes and adds again. */
  public void hosts(List<Room> list) {
    hosts = List.copyOf(list);
  }

  /** Writes no more, but sends what is in the outbox and reads on. */
  public void settle() {
    mode = Mode.SETTLE;
  }

  /** Ends {@link #run}. */
  public void end() {
    mode = Mode.END;
    LockSupport.unpark(thread);
  }

  /** Breaks the connection, as if the network had. */
  public void drop() {
    Session session = session();
    if (session != null) {
      session.abort("dropped on purpose");
      LockSupport.unpark(thread);
    }
  }

  /** What went wrong in the device itself, which no fault excuses; null as long as nothing did. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** Messages that were not answered yet. */
  public int waiting() {
    synchronized (lock) {
      return outbox.size();
    }
  }

  /** How far it has come in a stream. */
  public long cursor(String stream) {
    synchronized (lock) {
      return replica.cursor(stream);
    }
  }

  /** How many of its messages were acknowledged. */
  public long acknowledged() {
    synchronized (lock) {
      return acknowledged;
    }
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try {
      while (mode != Mode.END) {
        if (isConnected()) {
          act();
          pause(manners.pauseMs());
        } else if (!connect()) {
          pause(400);
        }
      }
    } catch (RuntimeException | Error broken) {
      failed(broken);
    } finally {
      Session session = session();
      if (session != null) {
        session.abort("the end");
      }
    }
  }

  private void failed(Throwable broken) {
    if (failure == null) {
      failure = new IllegalStateException(name + ": " + broken, broken);
    }
  }

  private void pause(int mostMs) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1L + random.nextInt(mostMs)));
  }

  private @Nullable Session session() {
    synchronized (lock) {
      return current;
    }
  }

  // --- Connecting

  private boolean isConnected() {
    Session session = session();
    if (session == null || session.over || !session.welcomed) {
      return false;
    }
    long now = System.nanoTime();
    if (now - session.heardAt > SILENT_FOR && !isHeld(now)) {
      session.abort("silent");
      return false;
    }
    if (now - session.pingedAt > PING_EVERY) {
      session.pingedAt = now;
      return session.send(Map.of("type", "ping", "n", 1));
    }
    if (hasWaitedForAnswers(now)) {
      session.abort("no answer");
      return false;
    }
    return true;
  }

  private boolean isHeld(long now) {
    synchronized (lock) {
      return now - heldUntil < SILENT_FOR;
    }
  }

  private boolean hasWaitedForAnswers(long now) {
    synchronized (lock) {
      return outbox.values().stream()
          .anyMatch(item -> item.onTheWire && now - item.sentAt > ANSWER_WITHIN);
    }
  }

  private boolean connect() {
    Link link = nextLink();
    String ticket = ticket(link);
    if (ticket == null) {
      return false;
    }
    Session session = new Session(++connections, link);
    ObjectNode hello;
    synchronized (lock) {
      current = session;
      asked.clear();
      owedAcks.clear();
      outbox.values().forEach(item -> item.onTheWire = false);
    }
    try {
      session.socket = SocketClient.open(link.address(), link.origin(), session);
    } catch (CompletionException refused) {
      session.over = true;
      return false;
    }
    synchronized (lock) {
      Map<String, Long> cursors = replica.cursors();
      hello = person.hello(ticket).set("cursors", RestClient.JSON.valueToTree(cursors));
      if (manners.window() != null) {
        hello.put("window", manners.window());
      }
      history.add(new Event.Hello(System.nanoTime(), session.number, link.instance(), cursors));
    }
    if (!session.send(hello)) {
      return false;
    }
    long deadline = System.nanoTime() + WELCOME_WITHIN;
    while (!session.welcomed && !session.over && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    if (!session.welcomed) {
      session.abort("no welcome");
      return false;
    }
    lastInstance = link.instance();
    return true;
  }

  /** Any of them, rather another than the last. */
  private Link nextLink() {
    Link link = links.get(random.nextInt(links.size()));
    return link.instance() == lastInstance ? links.get(random.nextInt(links.size())) : link;
  }

  private @Nullable String ticket(Link link) {
    RestClient anonymous = rest(link);
    try {
      RestClient.Answer answer =
          anonymous.withToken(person.accessToken()).post("/api/socket-tickets", Map.of());
      if (answer.status() == 201) {
        return answer.body().path("ticket").asText();
      }
      if (answer.status() == 401) {
        signInAgain(anonymous);
      }
      return null;
    } catch (UncheckedIOException unreachable) {
      return null;
    }
  }

  private static RestClient rest(Link link) {
    return RestClient.of(link.address()).withPatience(REST_PATIENCE).amidFaults();
  }

  private void signInAgain(RestClient anonymous) {
    RestClient.Answer answer = person.tryToSignInHere(anonymous);
    if (answer.status() == 200) {
      person = person.signedIn(anonymous, answer.body());
    }
  }

  // --- Acting

  private void act() {
    Session session = session();
    if (session == null) {
      return;
    }
    acknowledge(session);
    resend(session);
    if (mode != Mode.TALK) {
      return;
    }
    int dice = random.nextInt(100);
    if (dice < 70) {
      write(session);
    } else if (dice < 84) {
      fetch(session);
    } else if (dice < 88) {
      mark(session);
    } else if (dice < 90 && manners.isSlow()) {
      hold();
    } else if (dice < 91 && manners.roams()) {
      session.abort("goes elsewhere");
    } else if (dice == 91) {
      erase(session);
    } else if (dice > 97) {
      comeAndGo(session.link);
    }
  }

  private void acknowledge(Session session) {
    Map<String, Long> cursors;
    synchronized (lock) {
      if (owedAcks.isEmpty() || heldUntil > System.nanoTime()) {
        return;
      }
      cursors = new TreeMap<>(owedAcks);
      owedAcks.clear();
    }
    session.send(Map.of("type", "ack", "cursors", cursors));
  }

  private void resend(Session session) {
    List<Item> due = new ArrayList<>();
    long now = System.nanoTime();
    synchronized (lock) {
      for (Item item : outbox.values()) {
        if (!item.onTheWire && item.notBefore <= now) {
          due.add(item);
        }
      }
    }
    due.forEach(item -> send(session, item));
  }

  private void write(Session session) {
    List<Room> list = rooms;
    if (list.isEmpty()) {
      return;
    }
    Room room = list.get(random.nextInt(list.size()));
    String cid = Talk.cid();
    String body =
        "{\"type\":\"text\",\"salt\":\"%s\",\"text\":\"%s\"}"
            .formatted(cid, "x".repeat(random.nextInt(200)));
    put(session, new Item(cid, room, body, 0));
  }

  /** Deletes one of the last messages of this device for everybody. */
  private void erase(Session session) {
    Item sent;
    long seq;
    synchronized (lock) {
      if (recent.isEmpty()) {
        return;
      }
      seq = List.copyOf(recent.keySet()).get(random.nextInt(recent.size()));
      sent = recent.remove(seq);
    }
    put(session, new Item(Talk.cid(), sent.room, "", seq));
  }

  private void put(Session session, Item item) {
    synchronized (lock) {
      if (outbox.size() >= IN_FLIGHT) {
        return;
      }
      outbox.put(item.cid, item);
    }
    send(session, item);
  }

  private void send(Session session, Item item) {
    synchronized (lock) {
      item.sentAt = System.nanoTime();
      item.onTheWire = true;
      history.add(new Event.Sending(item.sentAt, item.cid, item.room.stream()));
    }
    session.send(item.frame());
  }

  private void fetch(Session session) {
    List<Room> list = rooms;
    if (list.isEmpty()) {
      return;
    }
    String stream = list.get(random.nextInt(list.size())).stream();
    Long after = null;
    Long before = null;
    if (random.nextBoolean()) {
      after = Math.max(0, cursor(stream) - random.nextInt(40));
    } else {
      before = cursor(stream) + 1 + random.nextInt(20);
    }
    if (random.nextBoolean()) {
      fetchByRest(session.link, stream, after, before);
      return;
    }
    String id = "fetch-" + ++requests;
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "fetch");
    frame.put("id", id);
    frame.put("stream", stream);
    frame.put(after == null ? "before" : "after", after == null ? before : after);
    frame.put("limit", 1 + random.nextInt(60));
    synchronized (lock) {
      asked.put(id, new Asked(System.nanoTime(), stream, after, before));
    }
    session.send(frame);
  }

  private void fetchByRest(Link link, String stream, @Nullable Long after, @Nullable Long before) {
    String path =
        "/api/conversations/%s/entries?%s=%d&limit=%d"
            .formatted(
                stream.substring(2),
                after == null ? "before" : "after",
                after == null ? before : after,
                1 + random.nextInt(60));
    long began = System.nanoTime();
    try {
      RestClient.Answer page = rest(link).withToken(person.accessToken()).get(path);
      if (page.status() == 200) {
        fetched(new Asked(began, stream, after, before), page.body());
      }
    } catch (UncheckedIOException unreachable) {
      // A read that got no answer has seen nothing.
      return;
    }
  }

  /** Reads a stream from its beginning to its end, page by page, as any client could. */
  public List<JsonNode> readThrough(Link link, String stream) {
    List<JsonNode> entries = new ArrayList<>();
    long after = 0;
    boolean more = true;
    int refusals = 0;
    while (more) {
      long began = System.nanoTime();
      RestClient.Answer page =
          person
              .rest()
              .at(link.address())
              .get(
                  "/api/conversations/%s/entries?after=%d&limit=200"
                      .formatted(stream.substring(2), after));
      if (page.status() == 401) {
        signInAgain(RestClient.of(link.address()));
        continue;
      }
      if (page.status() == 503 && refusals++ < REFUSALS) {
        pause(1_000);
        continue;
      }
      page.expect(200);
      fetched(new Asked(began, stream, after, null), page.body());
      page.body().path("entries").forEach(entries::add);
      more = page.body().path("more").asBoolean();
      after = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).path("seq").asLong();
    }
    return entries;
  }

  /** Removes a guest of a group, or adds one who was removed. */
  private void comeAndGo(Link link) {
    List<Room> list = hosts;
    if (list.isEmpty()) {
      return;
    }
    Room room = list.get(random.nextInt(list.size()));
    String guest = room.guests().get(random.nextInt(room.guests().size()));
    String place = room.conversation() + " " + guest;
    String members = "/api/conversations/" + room.conversation() + "/members";
    RestClient rest = rest(link).withToken(person.accessToken());
    try {
      // Whatever the answer is, also none at all: repeating either is right.
      RestClient.Answer answer =
          away.remove(place)
              ? rest.post(members, Map.of("accounts", List.of(guest)))
              : removed(place, rest.delete(members + "/" + guest));
      if (answer.status() == 401) {
        signInAgain(rest(link));
      }
    } catch (UncheckedIOException unreachable) {
      return;
    }
  }

  private RestClient.Answer removed(String place, RestClient.Answer answer) {
    if (answer.status() == 204) {
      away.add(place);
    }
    return answer;
  }

  private void mark(Session session) {
    List<Room> list = rooms;
    if (!list.isEmpty()) {
      Room room = list.get(random.nextInt(list.size()));
      long cursor = cursor(room.stream());
      if (cursor > 0) {
        session.send(Map.of("type", "mark", "conversation", room.conversation(), "read", cursor));
      }
      session.send(Map.of("type", "typing", "conversation", room.conversation(), "on", true));
    }
  }

  /** Reads nothing for a while, which the network notices. */
  private void hold() {
    synchronized (lock) {
      heldUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500L + random.nextInt(2_000));
    }
  }

  // --- Hearing

  private void heard(Session session, JsonNode frame) {
    synchronized (lock) {
      if (session != current || session.over) {
        return;
      }
      switch (frame.path("type").asText()) {
        case "welcome" -> welcomed(session, frame);
        case "entry" -> received(session, frame);
        case "entries" -> frame.path("entries").forEach(entry -> received(session, entry));
        case "gap" -> hole(session, frame);
        case "ok" -> ok(frame);
        case "error" -> refused(frame);
        case "bye" -> bye(frame);
        default -> {
          // Marks, signals and the like are not judged.
        }
      }
    }
  }

  private void welcomed(Session session, JsonNode frame) {
    Map<String, Long> heads = new TreeMap<>();
    for (Map.Entry<String, JsonNode> head : frame.path("heads").properties()) {
      heads.put(head.getKey(), head.getValue().asLong());
    }
    history.add(new Event.Welcome(System.nanoTime(), session.number, heads));
    session.welcomed = true;
  }

  private void received(Session session, JsonNode entry) {
    if (session.over) {
      return;
    }
    Seen seen = seen(entry);
    Replica.Step step = replica.take(seen.stream(), seen.seq());
    history.add(
        new Event.Received(System.nanoTime(), session.number, seen, step == Replica.Step.APPLY));
    if (step == Replica.Step.JUMP) {
      session.over = true;
      history.add(new Event.Ended(System.nanoTime(), session.number, 0, "a jump"));
      SocketClient open = session.socket;
      if (open != null) {
        open.abort();
      }
    } else {
      owedAcks.put(seen.stream(), replica.cursor(seen.stream()));
    }
  }

  private void hole(Session session, JsonNode frame) {
    String stream = frame.path("stream").asText();
    long to = frame.path("to").asLong();
    history.add(
        new Event.Hole(
            System.nanoTime(),
            session.number,
            stream,
            frame.path("from").asLong(),
            to,
            frame.path("why").asText()));
    replica.skip(stream, to);
  }

  private void ok(JsonNode frame) {
    String re = frame.path("re").asText();
    Asked page = asked.remove(re);
    if (page != null) {
      fetched(page, frame);
      return;
    }
    Item item = outbox.remove(re);
    if (item != null) {
      acknowledged++;
      history.add(
          new Event.Stored(
              System.nanoTime(),
              frame.path("cid").asText(),
              frame.path("stream").asText(),
              frame.path("seq").asLong(),
              frame.path("dup").asBoolean()));
      if (item.erases != 0) {
        history.add(new Event.Erased(System.nanoTime(), item.room.stream(), List.of(item.erases)));
      } else if (recent.size() < RECENT) {
        recent.put(frame.path("seq").asLong(), item);
      }
    }
  }

  private void refused(JsonNode frame) {
    String re = frame.path("re").asText();
    asked.remove(re);
    Item item = outbox.get(re);
    if (item == null) {
      return;
    }
    if (frame.path("retry").asText().equals("never")) {
      outbox.remove(re);
      history.add(
          new Event.Refused(System.nanoTime(), re, frame.path("problem").path("type").asText()));
    } else {
      item.onTheWire = false;
      item.notBefore =
          System.nanoTime()
              + TimeUnit.MILLISECONDS.toNanos(Math.max(100, frame.path("afterMs").asLong(100)));
    }
  }

  private void bye(JsonNode frame) {
    if (frame.path("code").asInt() == 4450) {
      history.add(new Event.Forgot(System.nanoTime()));
      replica.forget();
    }
  }

  private void fetched(Asked page, JsonNode answer) {
    List<Seen> entries = new ArrayList<>();
    answer.path("entries").forEach(entry -> entries.add(seen(entry)));
    history.add(
        new Event.Fetched(
            System.nanoTime(),
            page.began(),
            page.stream(),
            page.after(),
            page.before(),
            entries,
            answer.path("more").asBoolean()));
  }

  /** The entry of a frame or a page. */
  public static Seen seen(JsonNode entry) {
    String kind = entry.path("kind").asText();
    String body = entry.path("body").isTextual() ? entry.path("body").asText() : null;
    return new Seen(
        entry.path("stream").asText(),
        entry.path("seq").asLong(),
        kind,
        entry.path("hash").asText(),
        body == null ? null : Seen.content(kind, body),
        body == null || !kind.equals("message") ? null : salt(body));
  }

  private static @Nullable String salt(String body) {
    int from = body.indexOf("\"salt\":\"");
    return from < 0 ? null : body.substring(from + 8, body.indexOf('"', from + 8));
  }
}
