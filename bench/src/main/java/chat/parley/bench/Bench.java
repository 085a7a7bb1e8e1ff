package chat.parley.bench;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One run. Clients live on the event loop; this class's thread only waits and samples the
 * processes.
 */
final class Bench {
  private static final int CONNECTED_WITHIN_S = 240;
  private static final int TOO_MANY =
      200_000; // outstanding messages at which an open loop gives up
  private final Args args;
  private final Driver driver;
  private final Map<String, Object> out;
  private final String mode;
  private final int clients;
  private final int window;
  private final double rate;
  private final boolean fanout;
  private final int group;
  private final Payload payloads;
  private final Procs procs;
  private final Histogram delivery = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
  private final Histogram ack = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
  private final List<Client> all = new ArrayList<>();

  // event loop only
  private boolean sending;
  private boolean overloaded;
  private long from = Long.MAX_VALUE; // messages meant to be sent in [from, to) are measured
  private long to = Long.MAX_VALUE;
  private long sent;
  private long acked;
  private long delivered;
  private long corrupt;
  private long errors;
  private @Nullable String firstError;
  private long due;
  private int turn;
  private List<Client> order = List.of();
  // The same order of arrivals in every run.
  private final SplittableRandom random = new SplittableRandom(1);
  private final int[] missing = new int[1 << 16]; // fanout: deliveries still to come, by sequence

  Bench(Args args, Driver driver, Map<String, Object> out) {
    this.args = args;
    this.driver = driver;
    this.out = out;
    mode = args.need("mode");
    fanout = mode.equals("fanout");
    clients = args.num("clients", 200) + (fanout ? 1 : 0);
    window = args.num("window", 1);
    rate = Double.parseDouble(args.get("rate", "0"));
    group = args.num("group", 1_000_000 + (int) (System.currentTimeMillis() / 100 % 100_000_000));
    payloads = new Payload(args.num("size", 300));
    procs = new Procs(args.get("pids", ""));
  }

  void run() throws Exception {
    out.put("mode", mode);
    out.put("clients", clients);
    Map<String, Long> before = procs.rss();
    long t = System.nanoTime();
    connectAll();
    out.put("connect_s", (System.nanoTime() - t) / 1e9);
    switch (mode) {
      case "idle" -> idle(before);
      case "history" -> history();
      case "closed", "open", "fanout" -> traffic();
      default -> throw new IllegalArgumentException("unknown --mode");
    }
    Net.LOOP.submit(() -> all.forEach(c -> c.session().close())).get();
  }

  private void connectAll() throws Exception {
    boolean sameUser = mode.equals("history");
    for (int i = 0; i < clients; i++) {
      all.add(new Client(args.num("first-user", 0) + (sameUser ? 0 : i), sameUser ? i : 0));
    }
    parallel(
            clients,
            32,
            i ->
                driver
                    .connect(all.get(i).user, all.get(i).device, all.get(i))
                    .thenAccept(s -> all.get(i).session = s))
        .get(CONNECTED_WITHIN_S, TimeUnit.SECONDS);
    parallel(
            clients,
            8,
            i -> {
              Client c = all.get(i);
              return c.session().open(c.conversation, c.peer);
            })
        .get(CONNECTED_WITHIN_S, TimeUnit.SECONDS);
  }

  /** Runs {@code n} steps on the event loop, at most {@code width} at a time. */
  private static CompletableFuture<Void> parallel(
      int n, int width, IntFunction<CompletionStage<?>> step) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    int[] state = {0, 0}; // started, finished
    Runnable[] next = new Runnable[1];
    next[0] =
        () -> {
          if (state[0] < n && !done.isDone()) {
            step.apply(state[0]++)
                .whenComplete(
                    (v, e) -> {
                      if (e != null) {
                        done.completeExceptionally(e);
                      } else if (++state[1] == n) {
                        done.complete(null);
                      } else {
                        Net.LOOP.execute(next[0]);
                      }
                    });
          }
        };
    for (int i = 0; i < width; i++) {
      Net.LOOP.execute(next[0]);
    }
    return done;
  }

  private void idle(Map<String, Long> before) throws Exception {
    Thread.sleep(args.num("seconds", 10) * 1000L);
    Map<String, Long> after = procs.rss();
    Map<String, Object> kb = new LinkedHashMap<>();
    Map<String, Object> rss = new LinkedHashMap<>();
    after.forEach(
        (k, v) -> {
          kb.put(k, (v - before.getOrDefault(k, 0L)) / (double) clients);
          rss.put(k, v / 1024);
        });
    out.put("kb_per_connection", kb);
    out.put("rss_mb", rss);
    out.put("errors", errors);
  }

  private void history() throws Exception {
    int limit = args.num("limit", 50);
    long[] pages = {0};
    sending = true;
    Net.LOOP.execute(() -> all.forEach(c -> page(c, limit, pages)));
    Thread.sleep(args.num("warmup", 5) * 1000L);
    Map<String, Double> cpu0 = procs.cpu();
    long t0 = System.nanoTime();
    Net.LOOP
        .submit(
            () -> {
              from = t0;
              pages[0] = 0;
            })
        .get();
    Thread.sleep(args.num("seconds", 10) * 1000L);
    long n =
        Net.LOOP
            .submit(
                () -> {
                  sending = false;
                  return pages[0];
                })
            .get();
    double seconds = (System.nanoTime() - t0) / 1e9;
    cost(cpu0, procs.cpu(), n, seconds);
    out.put("pages_per_s", n / seconds);
    Net.LOOP.submit(() -> percentiles("page_ms", ack)).get();
    out.put("short_pages", delivered); // pages with another number of rows than asked
    out.put("errors", errors);
  }

  private void page(Client c, int limit, long[] pages) {
    long start = System.nanoTime();
    c.session()
        .history(c.conversation, c.peer, limit)
        .whenComplete(
            (n, e) -> {
              if (e != null) {
                c.onError(String.valueOf(e));
                return;
              }
              pages[0]++;
              if (n != limit) {
                delivered++;
              }
              if (start >= from) {
                ack.recordValue(System.nanoTime() - start);
              }
              if (sending) {
                page(c, limit, pages);
              }
            });
  }

  private void traffic() throws Exception {
    int warmup = args.num("warmup", 5);
    int seconds = args.num("seconds", 10);
    if (rate > 0) {
      out.put("rate", rate);
    } else {
      out.put("window", window);
    }
    Net.LOOP
        .submit(
            () -> {
              sending = true;
              order = new ArrayList<>(fanout ? all.subList(0, 1) : all);
              for (int i = order.size() - 1; i > 0; i--) {
                Collections.swap(order, i, random.nextInt(i + 1));
              }
              if (rate > 0) {
                due = System.nanoTime();
                tick();
              } else {
                for (int i = 0; i < window; i++) {
                  order.forEach(c -> c.send(System.nanoTime()));
                }
              }
            })
        .get();
    Thread.sleep(warmup * 1000L);
    Map<String, Double> cpu0 = procs.cpu();
    long[] n0 =
        Net.LOOP
            .submit(
                () -> {
                  from = System.nanoTime();
                  return new long[] {sent, acked, delivered, from};
                })
            .get();
    Thread.sleep(seconds * 1000L);
    long[] n1 =
        Net.LOOP
            .submit(
                () -> {
                  to = System.nanoTime();
                  sending =
                      rate > 0; // an open loop keeps the pressure until the end of the measurement
                  return new long[] {sent, acked, delivered, to};
                })
            .get();
    Map<String, Double> cpu1 = procs.cpu();
    Net.LOOP.submit(() -> sending = false).get();
    drain(args.num("drain", 15));
    double s = (n1[3] - n0[3]) / 1e9;
    out.put("acked_per_s", (n1[1] - n0[1]) / s);
    out.put("delivered_per_s", (n1[2] - n0[2]) / s);
    Net.LOOP
        .submit(
            () -> {
              percentiles("delivery_ms", delivery);
              percentiles("ack_ms", ack);
            })
        .get();
    cost(cpu0, cpu1, n1[fanout ? 2 : 1] - n0[fanout ? 2 : 1], s);
    verdict();
  }

  /** Waits until everything sent has come, or nothing has come for some seconds. */
  private void drain(int patience) throws Exception {
    long last = -1;
    long start = System.nanoTime();
    long at = start;
    while (System.nanoTime() - at < patience * 1_000_000_000L
        && System.nanoTime() - start < 30_000_000_000L) {
      long[] n = Net.LOOP.submit(() -> new long[] {sent, acked, delivered}).get();
      if (n[1] >= n[0] && n[2] >= n[0] * (fanout ? clients - 1 : 1)) {
        Thread.sleep(200); // a duplicate may still come
        return;
      }
      if (n[1] + n[2] != last) {
        last = n[1] + n[2];
        at = System.nanoTime();
      }
      Thread.sleep(50);
    }
  }

  private void verdict() throws Exception {
    Net.LOOP
        .submit(
            () -> {
              long lost = 0;
              long duplicates = 0;
              long disorder = 0;
              for (Client c : all) {
                duplicates += c.stream.duplicates;
                disorder += c.stream.disorder;
                if (!fanout || c.user != 0) {
                  lost += all.get(fanout ? 0 : c.user ^ 1).seq - c.stream.received();
                }
              }
              Map<String, Object> v = new LinkedHashMap<>();
              v.put("lost", lost);
              v.put("duplicate", duplicates);
              v.put("disorder", disorder);
              v.put("corrupt", corrupt);
              v.put("unacked", sent - acked);
              v.put("errors", errors);
              out.put("sent", sent);
              out.put("violations", v);
              if (overloaded) {
                out.put("overloaded", true);
              }
              if (firstError != null) {
                out.put("first_error", firstError.replace('"', '\'').replace('\n', ' '));
              }
            })
        .get();
  }

  private void tick() {
    if (!sending) {
      return;
    }
    long now = System.nanoTime();
    while (due <= now) {
      if (sent - acked > TOO_MANY) {
        overloaded = true;
        sending = false;
        return;
      }
      order.get(turn).send(due);
      turn = (turn + 1) % order.size();
      due += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9); // Poisson arrivals
    }
    Net.later(this::tick, Math.max(100_000, due - System.nanoTime()));
  }

  private void percentiles(String name, Histogram h) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("n", h.getTotalCount());
    m.put("p50", h.getValueAtPercentile(50) / 1e6);
    m.put("p95", h.getValueAtPercentile(95) / 1e6);
    m.put("p99", h.getValueAtPercentile(99) / 1e6);
    m.put("p999", h.getValueAtPercentile(99.9) / 1e6);
    m.put("max", h.getMaxValue() / 1e6);
    out.put(name, m);
  }

  /** CPU milliseconds per message of each group, and how many cores everything took. */
  private void cost(Map<String, Double> a, Map<String, Double> b, long n, double seconds) {
    Map<String, Object> per = new LinkedHashMap<>();
    Map<String, Object> cores = new LinkedHashMap<>();
    double ours = 0;
    for (String k : b.keySet()) {
      double d = b.getOrDefault(k, 0.0) - a.getOrDefault(k, 0.0);
      if (!k.equals("all") && !k.equals("busy") && !k.equals("steal")) {
        per.put(k, d * 1000 / Math.max(1, n));
        ours += d;
      }
      cores.put(k, d / seconds);
    }
    cores.remove("all");
    cores.put("others", cores.remove("busy") instanceof Double x ? x - ours / seconds : 0);
    out.put(
        fanout ? "cpu_s_per_1k_deliveries" : "cpu_s_per_1k", per); // ms per one == s per thousand
    out.put("cores", cores);
    out.put("rss_mb", mb(procs.rss()));
  }

  private static Map<String, Object> mb(Map<String, Long> kb) {
    Map<String, Object> m = new LinkedHashMap<>();
    kb.forEach((k, v) -> m.put(k, v / 1024));
    return m;
  }

  /** A connected user with its partner (1:1), or a member of the group. */
  private final class Client implements Driver.Listener {
    final int user;
    final int device;
    final int peer;
    final int conversation;
    final Stream stream = new Stream();
    Driver.@Nullable Session session;
    int seq;
    private int oldest;
    private long[] meant =
        new long[64]; // ring by tag: when it was meant to be sent; 0 when acknowledged

    Client(int user, int device) {
      this.user = user;
      this.device = device;
      peer = fanout ? -1 : user ^ 1;
      conversation = fanout ? group : user >> 1;
    }

    Driver.Session session() {
      return Objects.requireNonNull(session, "not connected");
    }

    void send(long when) {
      int tag = seq++;
      sent++;
      if (tag - oldest >= meant.length) {
        grow();
      }
      meant[tag & meant.length - 1] = when;
      if (fanout) {
        missing[tag & 0xffff] = clients; // the deliveries and the acknowledgement
      }
      session().send(conversation, peer, tag, payloads.make(user, tag, when));
    }

    private void grow() {
      while (oldest < seq - 1 && meant[oldest & meant.length - 1] == 0) {
        oldest++;
      }
      if (seq - 1 - oldest < meant.length / 2) {
        return;
      }
      long[] bigger = new long[meant.length * 2];
      for (int t = oldest; t < seq - 1; t++) {
        bigger[t & bigger.length - 1] = meant[t & meant.length - 1];
      }
      meant = bigger;
    }

    @Override
    public void onAck(int tag) {
      long now = System.nanoTime();
      long when = meant[tag & meant.length - 1];
      meant[tag & meant.length - 1] = 0;
      acked++;
      if (when >= from && when < to) {
        ack.recordValue(Math.min(now - when, ack.getHighestTrackableValue()));
      }
      if (fanout) {
        arrived(tag);
      } else if (rate == 0 && sending) {
        send(now);
      }
    }

    @Override
    public void onMessage(ByteBuf frame, int at) {
      if (!payloads.intact(frame, at)) {
        corrupt++;
        return;
      }
      int n = Payload.seq(frame, at);
      if (Payload.sender(frame, at) != (fanout ? 0 : peer)) {
        corrupt++;
      } else if (stream.seen(n)) {
        delivered++;
        long when = Payload.nanos(frame, at);
        if (when >= from && when < to) {
          delivery.recordValue(
              Math.min(System.nanoTime() - when, delivery.getHighestTrackableValue()));
        }
        if (fanout) {
          arrived(n);
        }
      }
    }

    private void arrived(int n) {
      if (--missing[n & 0xffff] == 0 && rate == 0 && sending) {
        all.get(0).send(System.nanoTime());
      }
    }

    @Override
    public void onError(String what) {
      errors++;
      if (firstError == null) {
        firstError = what;
      }
    }
  }
}
