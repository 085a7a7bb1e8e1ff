package chat.parley.testing;

import chat.parley.contract.RestContract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON over HTTP as any client would speak it. Immutable; {@code with...} give changed copies.
 * Every answer, and every request that was taken, must be as docs/protocol/openapi.yaml says.
 */
public final class RestClient {
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .sslContext(AnyCertificate.TLS)
          .build();

  private static final RestContract CONTRACT = new RestContract();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final Map<String, String> headers;
  private final Duration patience;
  private final boolean compared;

  private RestClient(URI base, Map<String, String> headers, Duration patience, boolean compared) {
    this.base = base;
    this.headers = Map.copyOf(headers);
    this.patience = patience;
    this.compared = compared;
  }

  public static RestClient of(URI base) {
    return new RestClient(base, Map.of(), PATIENCE, true);
  }

  /** The same client, which gives up a request that takes longer. */
  public RestClient withPatience(Duration limit) {
    return new RestClient(base, headers, limit, compared);
  }

  /**
   * The same client, which takes whatever comes: a server that is just starting, or breaking,
   * answers with pages of its own.
   */
  public RestClient amidFaults() {
    return new RestClient(base, headers, patience, false);
  }

  /**
   * What came back.
   *
   * @param body the JSON; a missing node when the body was empty or no JSON
   * @param text the body as it came
   */
  public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {
    /** This answer, when its status is the one; otherwise fails with everything it said. */
    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("Expected " + wanted + " but got " + status + ": " + text);
      }
      return this;
    }

    /** The last part of the problem's type. */
    public String problem() {
      String type = body.path("type").asText();
      return type.substring(type.lastIndexOf(':') + 1);
    }

    public @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }

  public URI base() {
    return base;
  }

  public RestClient withToken(String accessToken) {
    return withHeader("Authorization", "Bearer " + accessToken);
  }

  public RestClient withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new RestClient(base, more, patience, compared);
  }

  /** The same client at another instance. */
  public RestClient at(URI otherBase) {
    return new RestClient(otherBase, headers, patience, compared);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Posts a map, list or record as JSON. */
  public Answer post(String path, Object body) {
    return sendJson("POST", path, body);
  }

  /** Puts a map, list or record as JSON. */
  public Answer put(String path, Object body) {
    return sendJson("PUT", path, body);
  }

  /** Patches with a map, list or record as JSON. */
  public Answer patch(String path, Object body) {
    return sendJson("PATCH", path, body);
  }

  private Answer sendJson(String method, String path, Object body) {
    try {
      return send(method, path, JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /**
   * Sends these very bytes as {@code application/json}, or as what a header of this client says.
   */
  public Answer send(String method, String path, byte @Nullable [] body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (compared) {
        requireContract(method, body, response);
      }
      return new Answer(
          response.statusCode(), response.headers(), json(response.body()), response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void requireContract(
      String method, byte @Nullable [] body, HttpResponse<String> response) {
    List<String> faults =
        CONTRACT.faults(
            new RestContract.Exchange(
                method,
                response.uri(),
                body == null ? "" : new String(body, StandardCharsets.UTF_8),
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(null),
                response.body()));
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d, and openapi.yaml says otherwise: %s; the answer: %s"
              .formatted(method, response.uri(), response.statusCode(), faults, response.body()));
    }
  }

  private static JsonNode json(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
