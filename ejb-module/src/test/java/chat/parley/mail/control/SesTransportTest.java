package chat.parley.mail.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.mail.MailId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The client of AWS itself, against a server that checks what SES would check. */
class SesTransportTest {

  private static final String SECRET = "a secret of nobody";
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIDTEST/(\\d{8})/eu-west-1/ses/aws4_request,"
              + " ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

  private final List<String> bodies = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private volatile int status = 200;
  private volatile String error = "";
  private HttpServer server;
  private SesTransport transport;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext("/", this::answer);
    server.start();
    transport =
        new SesTransport(
            "eu-west-1",
            Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", SECRET)));
  }

  @AfterEach
  void stop() {
    transport.close();
    server.stop(0);
  }

  @Test
  void aMailIsOneSignedRequest() throws Exception {
    MailId id = MailId.next();
    transport.send(TestMails.written(id));
    assertThat(faults).isEmpty();
    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0))
        .contains("\"FromEmailAddress\":\"parley@example.org\"")
        .contains("\"ToAddresses\":[\"ada@example.org\"]")
        .contains("Verify your e-mail address for Parley")
        .contains("/verify-email#AbC_-1")
        .contains("\"Name\":\"Auto-Submitted\",\"Value\":\"auto-generated\"")
        .contains(id.toString());
  }

  @Test
  void whatSesRejectsIsRefused() {
    status = 400;
    error = "MessageRejected";
    assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
        .isInstanceOf(MailTransport.AddressRefused.class);
    assertThat(faults).isEmpty();
  }

  @Test
  void whatSesCannotDoNowIsForLater() {
    status = 503;
    error = "ServiceUnavailable";
    assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
        .isInstanceOfSatisfying(
            MailTransport.ServerAway.class,
            away -> assertThat(away.reason()).doesNotContain("ada"));
    server.stop(0);
    assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
        .isInstanceOf(MailTransport.ServerAway.class);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!exchange.getRequestURI().getPath().equals("/v2/email/outbound-emails")) {
        faults.add(exchange.getRequestURI().toString());
      }
      try {
        checkSignature(exchange, body);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
      bodies.add(new String(body, UTF_8));
      byte[] answer = (status == 200 ? "{\"MessageId\":\"1\"}" : "{}").getBytes(UTF_8);
      if (status != 200) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", error);
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** Signature version 4, as AWS documents it. */
  private void checkSignature(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
    String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Matcher authorization = AUTHORIZATION.matcher(header);
    if (!authorization.matches()) {
      faults.add("no signature: " + header);
      return;
    }
    String day = authorization.group(1);
    String names = authorization.group(2);
    String time = exchange.getRequestHeaders().getFirst("X-Amz-Date");
    String payload = hex(MessageDigest.getInstance("SHA-256").digest(body));
    String headers =
        Arrays.stream(names.split(";", -1))
            .map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name) + "\n")
            .collect(Collectors.joining());
    String request =
        String.join("\n", "POST", "/v2/email/outbound-emails", "", headers, names, payload);
    String scope = day + "/eu-west-1/ses/aws4_request";
    String text =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            time,
            scope,
            hex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(UTF_8))));
    byte[] key = ("AWS4" + SECRET).getBytes(UTF_8);
    for (String part : List.of(day, "eu-west-1", "ses", "aws4_request")) {
      key = mac(key, part);
    }
    if (!hex(mac(key, text)).equals(authorization.group(3))) {
      faults.add("wrong signature over:\n" + request);
    }
    if (!names.contains("host") || !names.contains("x-amz-date")) {
      faults.add("not signed: " + names);
    }
  }

  private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
