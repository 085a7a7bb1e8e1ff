package chat.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A service of AWS as its real client meets it: checks the signature of every request (version 4),
 * and answers as it is told.
 */
public final class AwsPeer implements AutoCloseable {

  private static final String KEY_ID = "AKIDTEST";
  private static final String SECRET = "a secret of nobody";

  private final String region;
  private final String service;
  private final Pattern authorization;
  private final Function<Request, Answer> answers;
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();

  /**
   * What the client asks.
   *
   * @param target the header {@code X-Amz-Target}, which names the operation of some services
   */
  public record Request(String path, String target, String body) {}

  /**
   * What it is answered.
   *
   * @param error the name of the error; empty when it is none
   */
  public record Answer(int status, String error, String body) {

    /** A good one. */
    public static Answer ok(String body) {
      return new Answer(200, "", body);
    }
  }

  /** Listens on a free port of this machine. */
  public AwsPeer(String region, String service, Function<Request, Answer> answers) {
    this.region = region;
    this.service = service;
    this.answers = answers;
    this.authorization =
        Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=%s/(\\d{8})/%s/%s/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})"
                .formatted(KEY_ID, region, service));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is reached. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it knows its client by. */
  public AwsCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET));
  }

  /** Every request so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** What was wrong with the signatures of requests. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        checkSignature(exchange, body);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
      Request request =
          new Request(
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")),
              new String(body, UTF_8));
      requests.add(request);
      Answer answer = answers.apply(request);
      if (!answer.error().isEmpty()) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
      }
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Signature version 4, as AWS documents it. */
  private void checkSignature(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
    String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Matcher signed = authorization.matcher(header);
    if (!signed.matches()) {
      faults.add("no signature: " + header);
      return;
    }
    String day = signed.group(1);
    String names = signed.group(2);
    String time = exchange.getRequestHeaders().getFirst("X-Amz-Date");
    String headers =
        Arrays.stream(names.split(";", -1))
            .map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name) + "\n")
            .collect(Collectors.joining());
    String request =
        String.join(
            "\n", "POST", exchange.getRequestURI().getPath(), "", headers, names, hash(body));
    String scope = String.join("/", day, region, service, "aws4_request");
    String text = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(request.getBytes(UTF_8)));
    byte[] key = ("AWS4" + SECRET).getBytes(UTF_8);
    for (String part : List.of(day, region, service, "aws4_request")) {
      key = mac(key, part);
    }
    if (!HexFormat.of().formatHex(mac(key, text)).equals(signed.group(3))) {
      faults.add("wrong signature over:\n" + request);
    }
    if (!names.contains("host") || !names.contains("x-amz-date")) {
      faults.add("not signed: " + names);
    }
  }

  private static String hash(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }
}
