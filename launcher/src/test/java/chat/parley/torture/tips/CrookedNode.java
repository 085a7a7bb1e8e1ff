package chat.parley.torture.tips;

import chat.parley.testing.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A node of the chain that can be any of the nodes that one can meet: {@link Mood}. */
final class CrookedNode implements AutoCloseable {

  /** How a node is. */
  enum Mood {
    /** It says what the chain says. */
    HONEST,
    /** It hangs up. */
    DOWN,
    /** It has not heard of the newest blocks, and says so without knowing it. */
    BEHIND,
    /** Its newest block is of yesterday. */
    STALE,
    /** It says of every payment that it succeeded long ago. */
    LYING,
    /** It is of another chain. */
    ELSEWHERE,
    /** It answers what is no answer. */
    NONSENSE
  }

  /** Deeper than any block has to be. */
  private static final long LONG_AGO = 30;

  private static final long BEHIND_BY = 5;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong lies = new AtomicLong();
  private volatile @Nullable URI chain;
  private volatile Mood mood = Mood.HONEST;

  /** Listens on a free port of this machine. */
  CrookedNode() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** Where it is asked. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Says from now on what this chain says. */
  void standBefore(URI wanted) {
    chain = wanted;
  }

  /** Is like this from now on. */
  void be(Mood wanted) {
    mood = wanted;
  }

  /** How often it said of a payment what is not so. */
  long lies() {
    return lies.get();
  }

  private void take(HttpExchange exchange) throws IOException {
    Mood now = mood;
    URI target = chain;
    try (exchange) {
      byte[] question = exchange.getRequestBody().readAllBytes();
      if (now == Mood.DOWN || target == null) {
        return;
      }
      byte[] answer =
          RestClient.JSON.writeValueAsBytes(
              new Conversation(target).answer(RestClient.JSON.readTree(question), now));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One question, and those that this one makes it ask. */
  private final class Conversation {

    private final URI target;

    private Conversation(URI target) {
      this.target = target;
    }

    private JsonNode answer(JsonNode question, Mood now) throws IOException, InterruptedException {
      String method = question.path("method").asText();
      ObjectNode said = ask(question);
      switch (now) {
        case NONSENSE -> said.set("result", RestClient.JSON.readTree("{\"number\":\"banana\"}"));
        case ELSEWHERE -> {
          if (method.equals("eth_chainId")) {
            said.put("result", "0x1");
          }
        }
        case STALE -> {
          if (isNewest(question) && said.path("result") instanceof ObjectNode block) {
            long time = Long.decode(block.path("timestamp").asText());
            block.put("timestamp", hex(time - Duration.ofDays(1).toSeconds()));
          }
        }
        case BEHIND -> {
          if (isNewest(question)) {
            return ask(blockOf(question, newest() - BEHIND_BY));
          }
        }
        case LYING -> {
          if (method.equals("eth_getTransactionReceipt")) {
            said.set("result", lie(question.path("params").path(0).asText()));
          }
        }
        default -> {
          // It says what the chain says.
        }
      }
      return said;
    }

    /** A receipt of a block that is there, long ago, and has no such transaction in it. */
    private JsonNode lie(String hash) throws IOException, InterruptedException {
      lies.incrementAndGet();
      JsonNode block = ask(blockOf(null, newest() - LONG_AGO)).path("result");
      return RestClient.JSON.valueToTree(
          Map.of(
              "transactionHash",
              hash,
              "status",
              "0x1",
              "blockNumber",
              block.path("number").asText(),
              "blockHash",
              block.path("hash").asText(),
              "logs",
              List.of()));
    }

    private long newest() throws IOException, InterruptedException {
      return Long.decode(
          ask(RestClient.JSON.valueToTree(
                  Map.of("jsonrpc", "2.0", "id", 1, "method", "eth_blockNumber")))
              .path("result")
              .asText());
    }

    private static boolean isNewest(JsonNode question) {
      return question.path("method").asText().equals("eth_getBlockByNumber")
          && question.path("params").path(0).asText().equals("latest");
    }

    private static JsonNode blockOf(@Nullable JsonNode question, long number) {
      return RestClient.JSON.valueToTree(
          Map.of(
              "jsonrpc",
              "2.0",
              "id",
              question == null ? 1 : question.path("id"),
              "method",
              "eth_getBlockByNumber",
              "params",
              List.of(hex(number), false)));
    }

    private ObjectNode ask(JsonNode question) throws IOException, InterruptedException {
      return (ObjectNode)
          RestClient.JSON.readTree(
              HTTP.send(
                      HttpRequest.newBuilder(target)
                          .header("Content-Type", "application/json")
                          .POST(
                              BodyPublishers.ofByteArray(
                                  RestClient.JSON.writeValueAsBytes(question)))
                          .build(),
                      BodyHandlers.ofString())
                  .body());
    }
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(Math.max(0, number));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
