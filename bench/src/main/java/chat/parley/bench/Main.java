package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Load against one chat system; prints one JSON line.
 *
 * <pre>
 * --system socketio|xmpp|raw|parley   --url ws://...[,ws://...]   --label text
 * --mode closed|open|fanout|idle|history
 * --clients N   --size 300   --warmup 5   --seconds 10   --first-user 0   (history: every client is this user)
 * --window W    (closed, fanout)       --rate R  (open, and fanout when given)
 * --run word   --cursors file          (parley: what parley.sh ticket was told and printed)
 * --pids server:1+2,pg:3               processes whose CPU time and memory are reported
 * </pre>
 */
public final class Main {

  private Main() {}

  static Driver driver(Args a) throws IOException {
    String url = a.need("url");
    return switch (a.need("system")) {
      case "socketio" -> new SocketIoDriver(url);
      case "xmpp" -> new XmppDriver(url, a.get("domain", "localhost"));
      case "raw" -> new RawDriver(url);
      case "parley" -> {
        String cursors = a.get("cursors", "");
        yield new ParleyDriver(
            url, a.get("run", "bench"), cursors.isEmpty() ? null : Path.of(cursors));
      }
      default -> throw new IllegalArgumentException("unknown --system");
    };
  }

  public static void main(String[] argv) throws Exception {
    Args a = new Args(argv);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("label", a.get("label", a.need("system")));
    int rc = 0;
    try {
      new Bench(a, driver(a), out).run();
    } catch (Exception e) {
      out.put(
          "failed",
          String.valueOf(e.getCause() == null ? e : e.getCause())
              .replace('"', '\'')
              .replace('\n', ' '));
      rc = 1;
    }
    System.out.println(json(out));
    System.exit(rc);
  }

  private static String json(Object o) {
    if (o instanceof Map<?, ?> m) {
      StringBuilder s = new StringBuilder("{");
      m.forEach(
          (k, v) ->
              s.append(s.length() == 1 ? "" : ",")
                  .append('"')
                  .append(k)
                  .append("\":")
                  .append(json(v)));
      return s.append('}').toString();
    }
    if (o instanceof Double d) {
      return d.isNaN() || d.isInfinite()
          ? "null"
          : java.math.BigDecimal.valueOf(d)
              .setScale(4, java.math.RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString();
    }
    return o instanceof Number || o instanceof Boolean
        ? o.toString()
        : '"' + String.valueOf(o) + '"';
  }
}
