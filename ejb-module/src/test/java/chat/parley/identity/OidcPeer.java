package chat.parley.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An issuer of OpenID Connect as Amazon Cognito and Keycloak are, which checks what is sent to it,
 * and lies when it is told to. It needs nothing but a JDK, so it can be started by itself: {@code
 * java OidcPeer.java PORT}; people then sign in on its page.
 */
public final class OidcPeer implements AutoCloseable {

  public static final String CLIENT = "parley-client";
  public static final String SECRET = "p+e%e:r &secret";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Shape shape;
  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String issuer;
  private final List<Key> keys = new CopyOnWriteArrayList<>();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> instead = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Key signing;
  private volatile Consumer<Map<String, Object>> header = members -> {};
  private volatile Consumer<Map<String, Object>> claims = members -> {};
  private volatile Consumer<Map<String, Object>> description = members -> {};
  private volatile Consumer<Map<String, Object>> tokens = members -> {};
  private volatile boolean asksAgain = true;

  /** After whom it is made. */
  public enum Shape {
    COGNITO,
    KEYCLOAK
  }

  /** What it answers instead of the truth. */
  public record Answer(int status, String body, Map<String, String> headers) {

    /** As 200. */
    public static Answer ok(String body) {
      return new Answer(200, body, Map.of());
    }

    /** Nothing, until it is closed. */
    public static Answer never() {
      return new Answer(0, "", Map.of());
    }
  }

  /** Somebody with an account there. */
  public record Person(String subject, String username, String email, boolean verified) {

    /** Whose address is verified. */
    public static Person of(String username) {
      return new Person(random(), username, username + "@example.org", true);
    }
  }

  /** A key that signs. */
  public record Key(String id, String algorithm, KeyPair pair) {

    /** A new one, RS256 or ES256. */
    public static Key fresh(String algorithm) {
      try {
        KeyPairGenerator generator =
            KeyPairGenerator.getInstance(algorithm.equals("ES256") ? "EC" : "RSA");
        if (algorithm.equals("ES256")) {
          generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
          generator.initialize(2048);
        }
        return new Key(random(), algorithm, generator.generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** As a JSON Web Key. */
    public Map<String, Object> published() {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("kid", id);
      members.put("use", "sig");
      members.put("alg", algorithm);
      if (pair.getPublic() instanceof ECPublicKey ec) {
        members.put("kty", "EC");
        members.put("crv", "P-256");
        members.put("x", number(ec.getW().getAffineX(), 32));
        members.put("y", number(ec.getW().getAffineY(), 32));
      } else if (pair.getPublic() instanceof RSAPublicKey rsa) {
        members.put("kty", "RSA");
        members.put("n", number(rsa.getModulus(), 256));
        members.put("e", number(rsa.getPublicExponent(), 3));
      }
      return members;
    }

    private static String number(BigInteger value, int length) {
      byte[] bytes = value.toByteArray();
      byte[] exact = new byte[length];
      int copied = Math.min(bytes.length, length);
      System.arraycopy(bytes, bytes.length - copied, exact, length - copied, copied);
      return BASE64.encodeToString(exact);
    }
  }

  private record Grant(Map<String, String> request, Person person, long authenticated) {}

  /**
   * Listens.
   *
   * @param port 0 for any that is free
   */
  public OidcPeer(Shape shape, int port, Clock clock) throws IOException {
    this.shape = shape;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    issuer =
        "http://localhost:"
            + server.getAddress().getPort()
            + (shape == Shape.COGNITO ? "/eu-west-1_Ab12Cd34E" : "/realms/parley");
    keys.add(Key.fresh("RS256"));
    keys.add(Key.fresh(shape == Shape.COGNITO ? "RS256" : "ES256"));
    signing = keys.get(1);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** By the clock of this machine. */
  public static OidcPeer listening(Shape shape) {
    return listening(shape, Clock.systemUTC());
  }

  /** By this clock. */
  public static OidcPeer listening(Shape shape, Clock clock) {
    try {
      return new OidcPeer(shape, 0, clock);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stands for itself, like a Keycloak, until it is ended. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    try (OidcPeer peer =
        new OidcPeer(Shape.KEYCLOAK, Integer.parseInt(arguments[0]), Clock.systemUTC())) {
      peer.closed.await();
    }
  }

  /** How it calls itself. */
  public String issuer() {
    return issuer;
  }

  /** The last part of the addresses that were asked, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Answers this at one of: openid-configuration, keys, token. */
  public void answersWith(String place, Answer answer) {
    instead.put(place, answer);
  }

  /** Tells the truth everywhere from now on. */
  public void tellsTheTruth() {
    instead.clear();
    header = members -> {};
    claims = members -> {};
    description = members -> {};
    tokens = members -> {};
    asksAgain = true;
  }

  /** Changes the headers of its ID tokens. */
  public void changesHeader(Consumer<Map<String, Object>> change) {
    header = change;
  }

  /** Changes the claims of its ID tokens. */
  public void changesClaims(Consumer<Map<String, Object>> change) {
    claims = change;
  }

  /** Changes how it describes itself. */
  public void changesDescription(Consumer<Map<String, Object>> change) {
    description = change;
  }

  /** Changes what it answers for a code. */
  public void changesTokens(Consumer<Map<String, Object>> change) {
    tokens = change;
  }

  /** Whether it asks somebody again whom it knows when a client wants that. */
  public void asksAgain(boolean wanted) {
    asksAgain = wanted;
  }

  /** Signs with this key from now on. */
  public void signsWith(Key key) {
    signing = key;
  }

  /** Signs with a new key from now on, and publishes it and no other. */
  public void rotates() {
    signing = Key.fresh("RS256");
    keys.add(signing);
    keys.removeIf(key -> !key.equals(signing));
  }

  /**
   * Somebody goes where a browser is sent, and signs in.
   *
   * @return with what the browser is sent back: code, state, and iss of those who give it
   */
  public Map<String, String> visitedBy(Person person, URI address) {
    Map<String, String> request = parameters(address.getRawQuery());
    require(request.get("response_type"), "code");
    require(request.get("client_id"), CLIENT);
    require(request.get("code_challenge_method"), "S256");
    if (!String.valueOf(request.get("scope")).contains("openid")) {
      throw new IllegalStateException("no openid in the scope");
    }
    long now = clock.instant().getEpochSecond();
    boolean again = "login".equals(request.get("prompt")) && asksAgain;
    String code = random();
    grants.put(code, new Grant(request, person, again ? now : now - 3600));
    Map<String, String> back = new LinkedHashMap<>();
    back.put("code", code);
    back.put("state", request.getOrDefault("state", ""));
    if (shape == Shape.KEYCLOAK) {
      back.put("session_state", random());
      back.put("iss", issuer);
    }
    return back;
  }

  private static void require(Object given, String wanted) {
    if (!wanted.equals(given)) {
      throw new IllegalStateException("asked with " + given + ", not " + wanted);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String place = path.substring(path.lastIndexOf('/') + 1);
      asked.add(place);
      Answer answer = instead.get(place);
      if (answer == null) {
        answer = truth(place, exchange);
      }
      if (answer.status() == 0) {
        closed.await();
        return;
      }
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer truth(String place, HttpExchange exchange) throws IOException {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return switch (place) {
      case "openid-configuration" -> Answer.ok(json(described()));
      case "keys" -> Answer.ok(json(Map.of("keys", keys.stream().map(Key::published).toList())));
      case "token" ->
          token(
              parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                  .orElse(""));
      case "authorize" -> page(query);
      case "decide" -> decided(parameters(query));
      default -> new Answer(404, "{}", Map.of());
    };
  }

  private Map<String, Object> described() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("issuer", issuer);
    members.put("authorization_endpoint", issuer + "/authorize");
    members.put("token_endpoint", issuer + "/token");
    members.put("jwks_uri", issuer + "/keys");
    members.put("response_types_supported", List.of("code"));
    members.put("subject_types_supported", List.of("public"));
    members.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256"));
    if (shape == Shape.KEYCLOAK) {
      members.put(
          "token_endpoint_auth_methods_supported",
          List.of("private_key_jwt", "client_secret_basic", "client_secret_post"));
      members.put("authorization_response_iss_parameter_supported", true);
    }
    description.accept(members);
    return members;
  }

  private Answer token(Map<String, String> form, String authorization) {
    Grant grant = grants.remove(form.getOrDefault("code", ""));
    if (grant == null) {
      return new Answer(400, "{\"error\":\"invalid_grant\"}", Map.of());
    }
    if (!isOurClient(form, authorization)) {
      return new Answer(401, "{\"error\":\"invalid_client\"}", Map.of());
    }
    Map<String, String> request = grant.request();
    if (!BASE64
            .encodeToString(hash(form.getOrDefault("code_verifier", "")))
            .equals(request.get("code_challenge"))
        || !String.valueOf(form.get("redirect_uri")).equals(request.get("redirect_uri"))
        || !"authorization_code".equals(form.get("grant_type"))) {
      return new Answer(400, "{\"error\":\"invalid_grant\"}", Map.of());
    }
    String access = random();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", access);
    answer.put("refresh_token", random());
    answer.put("token_type", "Bearer");
    answer.put("expires_in", 300);
    answer.put("id_token", signed(told(grant, access)));
    tokens.accept(answer);
    return Answer.ok(json(answer));
  }

  private static boolean isOurClient(Map<String, String> form, String authorization) {
    String encoded = URLEncoder.encode(CLIENT, UTF_8) + ":" + URLEncoder.encode(SECRET, UTF_8);
    return authorization.equals(
            "Basic " + Base64.getEncoder().encodeToString(encoded.getBytes(UTF_8)))
        || (CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret")));
  }

  private Map<String, Object> told(Grant grant, String access) {
    long now = clock.instant().getEpochSecond();
    Person person = grant.person();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("iss", issuer);
    told.put("sub", person.subject());
    told.put("aud", CLIENT);
    told.put("exp", now + 300);
    told.put("iat", now);
    told.put("auth_time", grant.authenticated());
    told.put("nonce", grant.request().getOrDefault("nonce", ""));
    told.put("at_hash", BASE64.encodeToString(Arrays.copyOf(hash(access), 16)));
    told.put("email", person.email());
    told.put("email_verified", person.verified());
    if (shape == Shape.COGNITO) {
      told.put("token_use", "id");
      told.put("cognito:username", person.subject());
      told.put("cognito:groups", List.of("friends"));
      told.put("origin_jti", random());
      told.put("nickname", person.username());
    } else {
      told.put("typ", "ID");
      told.put("azp", CLIENT);
      told.put("session_state", random());
      told.put("sid", random());
      told.put("acr", "1");
      told.put("preferred_username", person.username());
    }
    claims.accept(told);
    return told;
  }

  /** A token with these claims. */
  public String signed(Map<String, Object> told) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("alg", signing.algorithm());
    head.put("typ", "JWT");
    head.put("kid", signing.id());
    header.accept(head);
    String text =
        BASE64.encodeToString(json(head).getBytes(UTF_8))
            + "."
            + BASE64.encodeToString(json(told).getBytes(UTF_8));
    try {
      Signature signature =
          Signature.getInstance(
              signing.algorithm().equals("ES256")
                  ? "SHA256withECDSAinP1363Format"
                  : "SHA256withRSA");
      signature.initSign(signing.pair().getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer page(String query) {
    String hidden =
        parameters(query).entrySet().stream()
            .map(
                field ->
                    "<input type=hidden name='%s' value='%s'>"
                        .formatted(quoted(field.getKey()), quoted(field.getValue())))
            .collect(Collectors.joining());
    return new Answer(
        200,
        """
        <!doctype html><html lang=en><meta charset=utf-8><title>Test issuer</title><link rel=icon href=data:,>
        <h1>Test issuer</h1><form action=decide>%s
        <label>Who are you? <input name=who></label>
        <button name=answer value=yes>Continue</button>
        <button name=answer value=no>Deny</button></form></html>
        """
            .formatted(hidden),
        Map.of("Content-Type", "text/html; charset=utf-8"));
  }

  private Answer decided(Map<String, String> request) {
    String who = request.getOrDefault("who", "nobody");
    Map<String, String> back = new LinkedHashMap<>();
    if ("yes".equals(request.get("answer"))) {
      Person person = new Person("sub-of-" + who, who, who + "@example.org", true);
      back.putAll(visitedBy(person, URI.create(issuer + "/authorize?" + form(request))));
    } else {
      back.put("error", "access_denied");
      back.put("state", request.getOrDefault("state", ""));
    }
    return new Answer(
        302, "", Map.of("Location", request.getOrDefault("redirect_uri", "") + "?" + form(back)));
  }

  private static String quoted(String text) {
    return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;");
  }

  private static String form(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        found.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return found;
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  /** The JSON of maps, lists, texts, numbers and truths. */
  public static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> members = new ArrayList<>();
      map.forEach((name, member) -> members.add(json(String.valueOf(name)) + ":" + json(member)));
      return "{" + String.join(",", members) + "}";
    } else if (value instanceof List<?> list) {
      return list.stream().map(OidcPeer::json).collect(Collectors.joining(",", "[", "]"));
    } else if (value instanceof String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
    return String.valueOf(value);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
