package chat.parley.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.launcher.Loopback;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailPageTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<CaughtMail> mails = new ArrayList<>();
  private HttpServer server;
  private String origin;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(Loopback.ADDRESS, 0), 1);
    server.createContext(
        "/",
        new MailPage(
            new Mailbox() {
              @Override
              public List<CaughtMail> mails() {
                return List.copyOf(mails);
              }

              @Override
              public void clear() {
                mails.clear();
              }
            }));
    server.start();
    origin = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anEmptyBoxSaysWhatWillAppearInIt() throws Exception {
    assertThat(get("/").body()).contains("No mail yet");
  }

  @Test
  void theNewestMailStandsFirst() throws Exception {
    mails.add(mail("first", "text", null));
    mails.add(mail("second", "text", null));

    assertThat(get("/").body()).containsSubsequence("/mails/1", "second", "/mails/0", "first");
  }

  @Test
  void whatStrangersWroteIsTextOnOurPage() throws Exception {
    mails.add(mail("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", null));

    assertThat(get("/").body()).doesNotContain("<script>");
    assertThat(get("/mails/0").body())
        .doesNotContain("<script>")
        .doesNotContain("<img")
        .contains("&lt;script&gt;");
  }

  @Test
  void htmlOfAMailCannotLeaveItsFrame() throws Exception {
    mails.add(mail("hello", null, "<b>hi</b>\"></iframe><script>alert(1)</script>"));

    HttpResponse<String> page = get("/mails/0");

    assertThat(page.body())
        .doesNotContain("<script>")
        .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .containsOnlyOnce("</iframe>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
  }

  @Test
  void webAddressesInATextCanBeClicked() throws Exception {
    mails.add(mail("link", "Open http://localhost:8080/verify?a=1&b=2 now", null));

    assertThat(get("/mails/0").body())
        .contains("href=\"http://localhost:8080/verify?a=1&amp;b=2\"");
  }

  @Test
  void programsReadAllMailsAsJson() throws Exception {
    mails.add(mail("a \"quoted\" one", "two\nlines", null));

    HttpResponse<String> answer = get("/mails.json");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "[{\"from\":\"a@example\",\"to\":\"b@example\","
                + "\"subject\":\"a \\\"quoted\\\" one\",\"messageId\":\"<1@x>\","
                + "\"text\":\"two\\u000alines\"}]");
  }

  @Test
  void onlyOurOwnPageEmptiesTheBox() throws Exception {
    mails.add(mail("kept", "text", null));

    assertThat(post("/clear", "https://elsewhere.example").statusCode()).isEqualTo(404);
    assertThat(mails).hasSize(1);

    assertThat(post("/clear", origin).statusCode()).isEqualTo(303);
    assertThat(mails).isEmpty();
  }

  @Test
  void aMailThatIsGoneIsNotFound() throws Exception {
    assertThat(get("/mails/7").statusCode()).isEqualTo(404);
    assertThat(get("/mails/x").statusCode()).isEqualTo(404);
  }

  private static CaughtMail mail(String subject, String text, String html) {
    return new CaughtMail(
        "<1@x>", "a@example", "b@example", subject, Instant.EPOCH, text, html, List.of());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(origin + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String from)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Origin", from)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
