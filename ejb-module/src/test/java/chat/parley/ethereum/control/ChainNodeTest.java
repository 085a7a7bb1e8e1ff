package chat.parley.ethereum.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that does not behave, at the other end of a real connection. */
class ChainNodeTest {

  private static final long CHAIN = 10;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private Answer toCall;
  private int asked;
  private String chainId = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0xa\"}";

  /** How the peer answers a call. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String question = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          if (question.contains("eth_chainId")) {
            text(200, chainId).to(exchange);
          } else {
            toCall.to(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private ChainNode node() {
    return new ChainNode(
        CHAIN, URI.create("http://127.0.0.1:" + server.getAddress().getPort()), () -> asked++);
  }

  private static Answer text(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  @Test
  void whatTheContractReturnsIsHandedOn() throws Exception {
    toCall = text(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x01\"}");

    assertThat(node().returnedBy("0x00")).isEqualTo("0x01");
    // Which chain it is of, and the call.
    assertThat(asked).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":3,\"message\":\"execution reverted\",\"data\":\"0x\"}",
        "{\"code\":-32000,\"message\":\"execution reverted\"}",
        "{\"code\":-32000,\"message\":\"out of gas\"}",
        "{\"code\":-32000,\"message\":\"invalid opcode: INVALID\"}",
        "{\"code\":-32603,\"message\":\"EVM error OutOfGas\"}",
        "{\"code\":-32003,\"message\":\"Out of gas: gas required exceeds allowance: 5000000\"}"
      })
  void aContractThatFailsReturnsNothing(String error) throws Exception {
    toCall = text(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":" + error + "}");

    assertThat(node().returnedBy("0x00")).isEqualTo("0x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"result\":1}",
        "{\"result\":null}",
        "{\"error\":1}",
        "{\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}",
        "{\"error\":{\"code\":\"3\",\"message\":7}}"
      })
  void anAnswerThatIsNoneIsNoAnswer(String answer) {
    toCall = text(200, answer);

    assertThatThrownBy(() -> node().returnedBy("0x00")).isInstanceOf(ChainNode.Away.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 429, 500, 503})
  void anotherStatusIsNoAnswer(int status) {
    toCall = text(status, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x01\"}");

    assertThatThrownBy(() -> node().returnedBy("0x00"))
        .isInstanceOf(ChainNode.Away.class)
        .hasMessage("it answers with status " + status);
  }

  @Test
  void anAnswerWithoutEndIsCutOffAndIsNone() throws Exception {
    toCall =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = " ".repeat(1024).getBytes(UTF_8);
          for (int i = 0; i < 1_000_000; i++) {
            exchange.getResponseBody().write(blanks);
          }
        };

    assertThat(node().returnedBy("0x00")).isEqualTo("0x");
  }

  @Test
  void anAnswerThatBeginsAndDoesNotGoOnIsGivenUp() {
    toCall =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          hang();
        };

    assertThatThrownBy(() -> node().returnedBy("0x00"))
        .isInstanceOf(ChainNode.Away.class)
        .hasMessage("it does not answer in time");
  }

  @Test
  void aNodeOfAnotherChainIsNotAsked() {
    chainId = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x1\"}";
    toCall = text(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x01\"}");

    assertThatThrownBy(() -> node().returnedBy("0x00"))
        .isInstanceOf(ChainNode.Away.class)
        .hasMessage("it is a node of another chain");
  }

  @Test
  void whoeverIsTooManyIsNotMadeToWait() throws Exception {
    CountDownLatch asked = new CountDownLatch(16);
    toCall =
        exchange -> {
          asked.countDown();
          hang();
        };
    ChainNode node = node();
    List<Future<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      waiting.add(threads.submit(() -> node.returnedBy("0x00")));
    }
    assertThat(asked.await(10, TimeUnit.SECONDS)).as("all of them asked").isTrue();

    assertThatThrownBy(() -> node.returnedBy("0x00"))
        .isInstanceOf(ChainNode.Away.class)
        .hasMessage("too many questions wait");
    assertThat(waiting).noneMatch(Future::isDone);
  }

  private void hang() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
