package chat.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Readers who look for people and groups over REST, each one question after the other, and for
 * comparison the cheapest question of somebody who is signed in; prints a table.
 *
 * <pre>
 * --url http://...   --samples file   (what peers/parley/discovery.sql printed)
 * --readers 16   --accounts 960   --warmup 90   --seconds 60   --seed 1
 * </pre>
 *
 * <p>A reader is many accounts in turn, so that nobody meets the quota of those who look.
 */
public final class DiscoveryLoad {

  /** What is asked. */
  private enum Kind {
    ACCOUNT("own account (the baseline)"),
    LIKE_YOU("people like you"),
    INTERESTS("people by two interests"),
    NAME("people by a name"),
    MISTYPED("people by a mistyped name"),
    BEGINNING("people by the beginning of a name"),
    TEXT("people by a word of their texts"),
    TEXT_AND_INTEREST("people by a word and an interest"),
    NEXT("the next page of any of these"),
    GROUPS("groups by a word");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** In a hundred questions so many of each; the baseline is asked by itself. */
  private static final Map<Kind, Integer> MIX =
      new EnumMap<>(
          Map.of(
              Kind.LIKE_YOU, 25,
              Kind.INTERESTS, 12,
              Kind.NAME, 12,
              Kind.MISTYPED, 6,
              Kind.BEGINNING, 8,
              Kind.TEXT, 8,
              Kind.TEXT_AND_INTEREST, 4,
              Kind.NEXT, 17,
              Kind.GROUPS, 8));

  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final long LONGEST_US = TimeUnit.MINUTES.toMicros(1);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String api;
  private final Map<String, List<String>> samples = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();

  private DiscoveryLoad(String url, Path samples) throws IOException {
    this.api = url + "/api";
    for (String line : Files.readAllLines(samples)) {
      String[] words = line.split("\t", 2);
      this.samples.computeIfAbsent(words[0], kind -> new ArrayList<>()).add(words[1]);
    }
  }

  public static void main(String[] argv) throws Exception {
    Args a = new Args(argv);
    int readers = a.num("readers", 16);
    int seconds = a.num("seconds", 60);
    long seed = a.num("seed", 1);
    DiscoveryLoad load = new DiscoveryLoad(a.need("url"), Path.of(a.need("samples")));
    load.signIn(a.num("accounts", 960));
    load.run(readers, a.num("warmup", 90), seed, MIX);
    Map<Kind, Histogram> base = load.run(readers, seconds / 4, seed + 1, baseline());
    Map<Kind, Histogram> mixed = load.run(readers, seconds, seed + 2, MIX);
    load.run(readers, seconds / 4, seed + 3, baseline())
        .forEach((kind, more) -> base.computeIfAbsent(kind, k -> histogram()).add(more));
    Files.write(
        Path.of(a.need("table")),
        table(base.getOrDefault(Kind.ACCOUNT, histogram()), 2 * (seconds / 4), mixed, seconds));
  }

  private static Map<Kind, Integer> baseline() {
    return new EnumMap<>(Map.of(Kind.ACCOUNT, 100));
  }

  private void signIn(int accounts) throws IOException, InterruptedException {
    for (int n = 0; n < accounts; n++) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(api + "/auth/refresh"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"refreshToken\":\"reader-" + n + "\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      tokens.add(find(TOKEN, require(answer)).orElseThrow());
    }
  }

  private Map<Kind, Histogram> run(int readers, int seconds, long seed, Map<Kind, Integer> mix)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      List<Future<Map<Kind, Histogram>>> running = new ArrayList<>();
      for (int reader = 0; reader < readers; reader++) {
        Reader each = new Reader(reader, readers, new SplittableRandom(seed * 1_000 + reader), mix);
        running.add(threads.submit(() -> each.readUntil(end)));
      }
      Map<Kind, Histogram> all = new EnumMap<>(Kind.class);
      for (Future<Map<Kind, Histogram>> each : running) {
        each.get().forEach((kind, taken) -> all.computeIfAbsent(kind, k -> histogram()).add(taken));
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Histogram histogram() {
    return new Histogram(LONGEST_US, 3);
  }

  /** One reader at a time. */
  private final class Reader {

    private final int number;
    private final int readers;
    private final SplittableRandom random;
    private final Map<Kind, Integer> mix;
    private final Map<Kind, Histogram> taken = new EnumMap<>(Kind.class);
    private String before = "";
    private String begun = "";
    private @Nullable String next;
    private int turn;

    Reader(int number, int readers, SplittableRandom random, Map<Kind, Integer> mix) {
      this.number = number;
      this.readers = readers;
      this.random = random;
      this.mix = mix;
    }

    Map<Kind, Histogram> readUntil(long end) throws IOException, InterruptedException {
      while (System.nanoTime() < end) {
        Kind kind = kind();
        String query = query(kind);
        String token = token(kind);
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(api + query))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(1))
                .build();
        long from = System.nanoTime();
        String body = require(http.send(request, HttpResponse.BodyHandlers.ofString()));
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - from);
        taken.computeIfAbsent(kind, k -> histogram()).recordValue(Math.min(micros, LONGEST_US));
        remember(kind, query, token, body);
      }
      return taken;
    }

    /** The same person goes on with a list who began it. */
    private String token(Kind kind) {
      if (kind == Kind.NEXT) {
        return begun;
      }
      int each = tokens.size() / readers;
      turn++;
      return tokens.get(number * each + turn % each);
    }

    private void remember(Kind kind, String query, String token, String body) {
      if (kind == Kind.NEXT) {
        next = find(NEXT, body).orElse(null);
      } else if (kind != Kind.ACCOUNT && kind != Kind.GROUPS) {
        before = query;
        begun = token;
        next = find(NEXT, body).orElse(null);
      }
    }

    private Kind kind() {
      int at = random.nextInt(mix.values().stream().mapToInt(Integer::intValue).sum());
      for (Map.Entry<Kind, Integer> each : mix.entrySet()) {
        at -= each.getValue();
        if (at < 0) {
          return each.getKey() == Kind.NEXT && next == null ? Kind.LIKE_YOU : each.getKey();
        }
      }
      throw new IllegalStateException("no kind");
    }

    private String query(Kind kind) {
      return switch (kind) {
        case ACCOUNT -> "/account";
        case LIKE_YOU -> people("");
        case INTERESTS ->
            people("&interest=" + sample("interest") + "&interest=" + sample("interest"));
        case NAME -> people("&q=" + encode(sample("name")));
        case MISTYPED -> people("&q=" + encode(mistyped(sample("name"))));
        case BEGINNING -> people("&q=" + encode(sample("name").substring(0, 3)));
        case TEXT -> people("&q=" + encode(sample("word")));
        case TEXT_AND_INTEREST ->
            people("&q=" + encode(sample("word")) + "&interest=" + sample("interest"));
        case NEXT -> before + "&after=" + encode(String.valueOf(next));
        case GROUPS -> "/listed-groups?limit=20&q=" + encode(sample("group"));
      };
    }

    private String people(String more) {
      return "/people/discovery?limit=20" + more;
    }

    private String sample(String kind) {
      List<String> all = samples.getOrDefault(kind, List.of());
      if (all.isEmpty()) {
        throw new IllegalStateException(
            "Too few people for a sample of " + kind + ": make 20,000.");
      }
      return all.get(random.nextInt(all.size()));
    }

    /** Two letters have changed their places. */
    private String mistyped(String name) {
      int at = 1 + random.nextInt(name.length() - 2);
      return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String require(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static List<String> table(
      Histogram base, int baseSeconds, Map<Kind, Histogram> mixed, int seconds) {
    Histogram all = histogram();
    mixed.values().forEach(all::add);
    List<String> lines = new ArrayList<>();
    lines.add("| what | requests/s | median ms | p95 ms | p99 ms | p99 to the baseline's |");
    lines.add("| --- | --- | --- | --- | --- | --- |");
    lines.add(row(Kind.ACCOUNT.words, base, baseSeconds, base));
    lines.add(row("everything below, mixed", all, seconds, base));
    mixed.forEach((kind, taken) -> lines.add(row(kind.words, taken, seconds, base)));
    return lines;
  }

  private static String row(String name, Histogram taken, int seconds, Histogram base) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.1f | %.1f |",
        name,
        (double) taken.getTotalCount() / seconds,
        ms(taken, 50),
        ms(taken, 95),
        ms(taken, 99),
        ms(taken, 99) / ms(base, 99));
  }

  private static double ms(Histogram taken, double percentile) {
    return taken.getValueAtPercentile(percentile) / 1_000.0;
  }
}
