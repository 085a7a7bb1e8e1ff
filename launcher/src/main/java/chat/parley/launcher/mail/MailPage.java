package chat.parley.launcher.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of the mail catcher: the list at {@code /}, one mail at {@code /mails/3}, and all of
 * them for programs at {@code /mails.json}. A mail is shown as text, or as HTML in a frame that can
 * run no script and load nothing.
 */
final class MailPage implements HttpHandler {
  private static final Logger LOG = Logger.getLogger(MailPage.class.getName());
  private static final Pattern MAIL = Pattern.compile("/mails/(\\d{1,6})");
  private static final Pattern OUR_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,">
      """;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --bg: #f6f7f9; --card: #fff; --ink: #17191c; --dim: #5d6470;
        --line: #e3e6ea; --accent: #3949c6; }
      @media (prefers-color-scheme: dark) { :root { --bg: #121417; --card: #1b1e23; --ink: #eceef1;
        --dim: #9aa2ae; --line: #2b3038; --accent: #9aa8ff; } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--bg); color: var(--ink);
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
      main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
      header { display: flex; align-items: baseline; gap: 1rem; flex-wrap: wrap; margin-bottom: 1.5rem; }
      h1 { font-size: 1.5rem; margin: 0; flex: 1; overflow-wrap: anywhere; }
      a { color: var(--accent); }
      ol { list-style: none; margin: 0; padding: 0; background: var(--card); border-radius: 12px;
        border: 1px solid var(--line); overflow: hidden; }
      li + li { border-top: 1px solid var(--line); }
      li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .875rem 1.25rem;
        color: inherit; text-decoration: none; }
      li a:hover, li a:focus-visible { background: color-mix(in srgb, var(--accent) 8%, transparent); }
      .subject { font-weight: 600; overflow-wrap: anywhere; }
      .dim { color: var(--dim); font-size: .875rem; }
      .body { background: var(--card); border: 1px solid var(--line); border-radius: 12px;
        padding: 1.25rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: 1rem 0; }
      iframe { width: 100%; min-height: 32rem; border: 1px solid var(--line); border-radius: 12px;
        background: #fff; }
      button { font: inherit; color: var(--ink); background: var(--card); cursor: pointer;
        border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; min-height: 44px; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0; }
      dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
      """;

  private final Mailbox mailbox;

  MailPage(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A page could not be shown", failed);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !OUR_HOST.matcher(host).matches()) {
      send(exchange, 421, page("Not here", "<h1>This page is for this machine only</h1>"));
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    Matcher mail = MAIL.matcher(path);
    if (method.equals("POST") && path.equals("/clear") && fromOurPage(exchange, host)) {
      mailbox.clear();
      exchange.getResponseHeaders().set("Location", "/");
      exchange.sendResponseHeaders(303, -1);
    } else if (method.equals("GET") && path.equals("/mails.json")) {
      send(exchange, 200, "application/json", json(mailbox.mails()));
    } else if (method.equals("GET") && path.equals("/")) {
      send(exchange, 200, list(mailbox.mails()));
    } else if (method.equals("GET") && mail.matches()) {
      int number = Integer.parseInt(mail.group(1));
      List<CaughtMail> mails = mailbox.mails();
      if (number < mails.size()) {
        send(exchange, 200, single(mails.get(number)));
      } else {
        send(
            exchange,
            404,
            page("Not found", "<h1>This mail is gone</h1><a href=\"/\">All mail</a>"));
      }
    } else {
      send(exchange, 404, page("Not found", "<h1>Nothing here</h1><a href=\"/\">All mail</a>"));
    }
  }

  /** Other sites must not empty the box. */
  private static boolean fromOurPage(HttpExchange exchange, String host) {
    @Nullable String origin = exchange.getRequestHeaders().getFirst("Origin");
    return origin != null && origin.equals("http://" + host);
  }

  private static String list(List<CaughtMail> mails) {
    StringBuilder html = new StringBuilder("<header><h1>Mail</h1>");
    if (!mails.isEmpty()) {
      html.append("<form method=\"post\" action=\"/clear\"><button>Delete all</button></form>");
    }
    html.append("</header>");
    if (mails.isEmpty()) {
      return page(
          "Mail",
          html.append("<p class=\"dim\">No mail yet. What Parley sends appears here instead of in")
              .append(" anybody's mailbox; reload to look again.</p>")
              .toString());
    }
    html.append("<ol>");
    for (int i = mails.size() - 1; i >= 0; i--) {
      CaughtMail mail = mails.get(i);
      html.append("<li><a href=\"/mails/%d\"><span class=\"subject\">".formatted(i))
          .append(Html.escape(mail.subject()))
          .append("</span><time class=\"dim\">")
          .append(TIME.format(mail.received()))
          .append("</time><span class=\"dim\">To ")
          .append(Html.escape(mail.to()))
          .append("</span></a></li>");
    }
    return page("Mail (" + mails.size() + ")", html.append("</ol>").toString());
  }

  private static String single(CaughtMail mail) {
    StringBuilder html = new StringBuilder();
    html.append("<p><a href=\"/\">All mail</a></p><header><h1>")
        .append(Html.escape(mail.subject()))
        .append("</h1></header><dl><dt>From</dt><dd>")
        .append(Html.escape(mail.from()))
        .append("</dd><dt>To</dt><dd>")
        .append(Html.escape(mail.to()))
        .append("</dd><dt>At</dt><dd>")
        .append(TIME.format(mail.received()))
        .append("</dd>");
    for (String file : mail.attachments()) {
      html.append("<dt>File</dt><dd>").append(Html.escape(file)).append("</dd>");
    }
    html.append("</dl>");
    if (mail.text() != null) {
      html.append("<div class=\"body\">").append(Html.withLinks(mail.text())).append("</div>");
    }
    if (mail.html() != null) {
      html.append("<iframe title=\"The mail as HTML\" sandbox=\"allow-popups")
          .append(" allow-popups-to-escape-sandbox\" srcdoc=\"")
          .append(Html.escape("<base target=\"_blank\">" + mail.html()))
          .append("\"></iframe>");
    }
    return page(mail.subject(), html.toString());
  }

  private static String json(List<CaughtMail> mails) {
    return mails.stream()
        .map(
            mail ->
                "{\"from\":%s,\"to\":%s,\"subject\":%s,\"messageId\":%s,\"text\":%s}"
                    .formatted(
                        quoted(mail.from()),
                        quoted(mail.to()),
                        quoted(mail.subject()),
                        quoted(mail.id()),
                        quoted(mail.text() == null ? "" : mail.text())))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** As a JSON string (RFC 8259, section 7). */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        json.append('\\').append(each);
      } else if (each < ' ') {
        json.append("\\u%04x".formatted((int) each));
      } else {
        json.append(each);
      }
    }
    return json.append('"').toString();
  }

  private static String page(String title, String body) {
    return HEAD
        + "<title>"
        + Html.escape(title)
        + "</title>\n<style>"
        + STYLE
        + "</style>\n</head>\n<body><main>"
        + body
        + "</main></body>\n</html>\n";
  }

  private static void send(HttpExchange exchange, int status, String html) throws IOException {
    send(exchange, status, "text/html; charset=utf-8", html);
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
