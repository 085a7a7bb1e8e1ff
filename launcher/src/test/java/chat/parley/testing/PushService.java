package chat.parley.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A push service as browsers have them (RFC 8030): takes calls for the devices that subscribed
 * here, with any answer a test wants, and keeps what the device would read.
 */
public final class PushService implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, PushDevice> devices = new ConcurrentHashMap<>();
  private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * A call that came in.
   *
   * @param answered the status it was answered with
   * @param text what the device reads in it
   * @param claims what the caller says of himself in the token
   */
  public record Call(int answered, JsonNode text, Map<String, String> headers, JsonNode claims) {}

  /** Listens on a free port of this machine. */
  public PushService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/device/", this::take);
    server.start();
  }

  /** Where it is reached. */
  public URI origin() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** A device that is reached here. */
  public PushDevice newDevice() {
    String name = "d" + count.incrementAndGet() + "-" + System.nanoTime();
    PushDevice device = new PushDevice(origin().resolve("/device/" + name));
    devices.put(device.endpoint().getPath(), device);
    calls.put(device.endpoint().getPath(), new ArrayList<>());
    return device;
  }

  /** Answers the next calls of a device with this status; 201 takes them again. */
  public void answerWith(PushDevice device, int status) {
    refusals.put(device.endpoint().getPath(), status);
  }

  /** The calls of a device so far. */
  public List<Call> calls(PushDevice device) {
    List<Call> of = calls.getOrDefault(device.endpoint().getPath(), List.of());
    synchronized (calls) {
      return List.copyOf(of);
    }
  }

  /** Waits until a device has been called so often. */
  public List<Call> awaitCalls(PushDevice device, int number) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    synchronized (calls) {
      while (calls(device).size() < number) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("Called " + calls(device).size() + " times, not " + number);
        }
        calls.wait(left);
      }
      return calls(device);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      PushDevice device = devices.get(path);
      int status = device == null ? 404 : refusals.getOrDefault(path, 201);
      if (device != null) {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange
            .getRequestHeaders()
            .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Call call =
            new Call(
                status,
                RestClient.JSON.readTree(device.decrypt(body)),
                headers,
                claims(headers.getOrDefault("authorization", "")));
        synchronized (calls) {
          calls.getOrDefault(path, new ArrayList<>()).add(call);
          calls.notifyAll();
        }
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** What the token {@code vapid t=..., k=...} says; whether it is signed by k, too. */
  private static JsonNode claims(String authorization) throws JsonProcessingException {
    String token = authorization.replaceFirst("^vapid t=", "").replaceFirst(", *k=.*$", "");
    String key = authorization.replaceFirst("^.*k=", "");
    if (!PushDevice.isSignedBy(token, key)) {
      throw new AssertionError("The token is not signed by the key it names.");
    }
    return RestClient.JSON.readTree(
        new String(
            Base64.getUrlDecoder()
                .decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))),
            StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
