package chat.parley.torture.checker;

import chat.parley.torture.history.Event;
import chat.parley.torture.history.History;
import chat.parley.torture.history.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A server that keeps every promise, clients that keep every rule, and a network that keeps
 * nothing: what they would have written down. What one changes in it is a fault that somebody must
 * find.
 */
final class HonestRun {
  static final String STREAM = "c/0190a1b2-0000-7000-8000-0000000000c1";

  /** Joined later than the others; may read from his first entry on. */
  static final String LATE = "late";

  final List<LoggedEntry> log = new ArrayList<>();
  final Map<String, List<Event>> events = new LinkedHashMap<>();
  final Map<String, long[]> stays = new HashMap<>();
  private final Random random;
  private final Map<String, Client> clients = new LinkedHashMap<>();
  private long now = 1_000;

  private static final class Client {
    final String name;
    long cursor;
    long wire;
    int connection;
    boolean connected;
    final List<String> outbox = new ArrayList<>();

    Client(String name) {
      this.name = name;
    }
  }

  HonestRun(long seed) {
    random = new Random(seed);
    append(null, "conversation.created");
    for (String name : List.of("amy", "bob")) {
      join(name, 1);
    }
    int steps = 40 + random.nextInt(120);
    for (int i = 0; i < steps; i++) {
      if (i == 20) {
        append(null, "member.joined");
        join(LATE, log.size());
      }
      step(any());
    }
    clients.values().forEach(this::settle);
    clients.values().forEach(this::settle);
  }

  private void join(String name, long from) {
    clients.put(name, new Client(name));
    events.put(name, new ArrayList<>());
    stays.put(name, new long[] {from, Long.MAX_VALUE});
  }

  private Client any() {
    List<Client> all = List.copyOf(clients.values());
    return all.get(random.nextInt(all.size()));
  }

  private void step(Client client) {
    if (!client.connected) {
      connect(client);
      return;
    }
    switch (random.nextInt(10)) {
      case 0 -> client.connected = false;
      case 1, 2 -> read(client);
      case 3, 4, 5 -> deliver(client, 1 + random.nextInt(4));
      default -> send(client);
    }
  }

  private void settle(Client client) {
    if (!client.connected) {
      connect(client);
    }
    for (String cid : List.copyOf(client.outbox)) {
      attempt(client, cid, false);
    }
    deliver(client, Integer.MAX_VALUE);
  }

  private void connect(Client client) {
    client.connected = true;
    client.wire = client.cursor;
    Map<String, Long> cursors = client.cursor == 0 ? Map.of() : Map.of(STREAM, client.cursor);
    add(client, new Event.Hello(now++, ++client.connection, 1, cursors));
    add(client, new Event.Welcome(now++, client.connection, Map.of(STREAM, (long) log.size())));
    long floor = stays.get(client.name)[0] - 1;
    if (client.wire < floor) {
      add(client, new Event.Hole(now++, client.connection, STREAM, 1, floor, "joined-later"));
      client.wire = floor;
      client.cursor = floor;
    }
    for (String cid : List.copyOf(client.outbox)) {
      attempt(client, cid, random.nextInt(4) == 0);
    }
  }

  private void send(Client client) {
    String cid = "cid-%d".formatted(now);
    client.outbox.add(cid);
    attempt(client, cid, random.nextInt(4) == 0);
  }

  /** Sends; perhaps the network eats the message, or the answer. */
  private void attempt(Client client, String cid, boolean unlucky) {
    add(client, new Event.Sending(now++, cid, STREAM));
    if (unlucky && random.nextBoolean()) {
      client.connected = false;
      return;
    }
    int known = place(cid);
    if (known == 0) {
      append(cid, "message");
    }
    if (unlucky) {
      client.connected = false;
      return;
    }
    client.outbox.remove(cid);
    add(client, new Event.Stored(now++, cid, STREAM, place(cid), known > 0));
  }

  private int place(String cid) {
    for (LoggedEntry entry : log) {
      if (cid.equals(entry.cid())) {
        return (int) entry.seq();
      }
    }
    return 0;
  }

  private void deliver(Client client, int count) {
    if (client.wire >= stays.get(client.name)[0] && random.nextInt(6) == 0) {
      // At least once: the wire may repeat.
      add(client, received(client, client.wire, false));
    }
    for (int i = 0; i < count && client.wire < log.size(); i++) {
      client.wire++;
      add(client, received(client, client.wire, client.wire > client.cursor));
      client.cursor = Math.max(client.cursor, client.wire);
    }
  }

  private Event received(Client client, long seq, boolean shown) {
    return new Event.Received(now++, client.connection, seen(seq), shown);
  }

  private void read(Client client) {
    long began = now++;
    long floor = stays.get(client.name)[0];
    boolean after = random.nextBoolean();
    long at = random.nextInt(log.size() + 1);
    int limit = 1 + random.nextInt(20);
    List<Seen> page = new ArrayList<>();
    boolean more;
    if (after) {
      long seq = Math.max(at, floor - 1) + 1;
      while (page.size() < limit && seq <= log.size()) {
        page.add(seen(seq++));
      }
      more = seq <= log.size();
    } else {
      long seq = Math.min(at - 1, log.size());
      while (page.size() < limit && seq >= floor) {
        page.add(0, seen(seq--));
      }
      more = seq >= floor;
    }
    add(
        client,
        new Event.Fetched(now++, began, STREAM, after ? at : null, after ? null : at, page, more));
  }

  Seen seen(long seq) {
    LoggedEntry entry = log.get((int) seq - 1);
    return new Seen(STREAM, seq, entry.kind(), entry.hash(), entry.content(), entry.cid());
  }

  private void append(String cid, String kind) {
    long seq = log.size() + 1L;
    log.add(new LoggedEntry(seq, kind, "hash-" + seq, "content-" + seq, cid, true));
  }

  private void add(Client client, Event event) {
    events.get(client.name).add(event);
  }

  long now() {
    return now++;
  }

  FinalLog finalLog() {
    FinalLog result = new FinalLog();
    log.forEach(entry -> result.entry(STREAM, entry));
    stays.forEach((name, stay) -> result.member(STREAM, name, stay[0], stay[1]));
    return result;
  }

  Findings check() {
    List<History> histories = new ArrayList<>();
    events.forEach((name, list) -> histories.add(History.of(name, name, list)));
    return Checker.check(finalLog(), histories);
  }
}
