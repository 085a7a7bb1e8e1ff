package chat.parley.sealing.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What Vault documents of encrypt and decrypt in its transit engine, with one key. */
final class VaultPeer implements AutoCloseable {

  static final String KEY = "vault:teams/chat/transit/parley";
  static final String NAMESPACE = "people";

  private static final String PATH = "/v1/teams/chat/transit/%s/parley";
  private static final String PREFIX = "vault:v1:";

  private final MasterKey inside = TestSealers.master("inside Vault", 9);
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String token = "";
  private volatile Optional<Answer> trouble = Optional.empty();

  /** What is answered. */
  record Answer(int status, String body) {}

  VaultPeer(String token) throws IOException {
    this.token = token;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Takes this token from now on, and no other. */
  void take(String another) {
    token = another;
  }

  /** Answers like this from now on, whatever it is asked. */
  void say(Optional<Answer> said) {
    trouble = said;
  }

  /** What it did so far. */
  List<String> operations() {
    return List.copyOf(operations);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        JsonReader reader = Json.createReader(exchange.getRequestBody())) {
      Answer answer = trouble.orElse(answer(exchange, reader.readObject()));
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange, JsonObject question) {
    String path = exchange.getRequestURI().getPath();
    if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))
        || !NAMESPACE.equals(exchange.getRequestHeaders().getFirst("X-Vault-Namespace"))) {
      return error(403, "permission denied");
    }
    UUID bound = UUID.fromString(new String(bytes(question, "associated_data"), UTF_8));
    try {
      if (path.equals(PATH.formatted("encrypt"))) {
        operations.add("encrypt");
        return data(
            "ciphertext", PREFIX + base64(inside.wrap(bound, bytes(question, "plaintext"))));
      }
      if (path.equals(PATH.formatted("decrypt"))) {
        operations.add("decrypt");
        String text = question.getString("ciphertext");
        if (!text.startsWith(PREFIX)) {
          return error(400, "invalid ciphertext: no prefix");
        }
        byte[] wrapped = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        return data("plaintext", base64(inside.unwrap(bound, wrapped)));
      }
      return error(404, "no handler for route");
    } catch (GeneralSecurityException e) {
      return error(400, "cipher: message authentication failed");
    }
  }

  private static byte[] bytes(JsonObject question, String name) {
    return Base64.getDecoder().decode(question.getString(name));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Answer data(String name, String value) {
    return new Answer(
        200,
        Json.createObjectBuilder()
            .add("data", Json.createObjectBuilder().add(name, value).add("key_version", 1))
            .build()
            .toString());
  }

  private static Answer error(int status, String text) {
    return new Answer(status, "{\"errors\":[\"" + text + "\"]}");
  }
}
