package chat.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Somebody with an account, signed in from one device. */
public final class Person {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RestClient rest;
  private final String username;
  private final String password;
  private final JsonNode signedIn;

  private Person(RestClient anonymous, String username, String password, JsonNode signedIn) {
    this.rest = anonymous.withToken(signedIn.path("accessToken").asText());
    this.username = username;
    this.password = password;
    this.signedIn = signedIn;
  }

  /** A new account with a random name. */
  public static Person register(RestClient anonymous) {
    return register(anonymous, Map.of());
  }

  /** The same with an e-mail address, which is to be verified. */
  public static Person register(RestClient anonymous, String email) {
    return register(anonymous, Map.of("email", email));
  }

  private static Person register(RestClient anonymous, Map<String, String> more) {
    String username = "p" + new BigInteger(60, RANDOM).toString(36);
    String password = "correct horse " + new BigInteger(60, RANDOM).toString(36);
    Map<String, String> wish = new HashMap<>(more);
    wish.putAll(Map.of("username", username, "password", password, "tokenDelivery", "body"));
    JsonNode signedIn = anonymous.post("/api/auth/register", wish).expect(201).body();
    return new Person(anonymous, username, password, signedIn);
  }

  /** The same person on a second device, or after the first one's sign-out. */
  public Person signInAgain(RestClient anonymous) {
    JsonNode again =
        anonymous
            .post(
                "/api/auth/login",
                Map.of("username", username, "password", password, "tokenDelivery", "body"))
            .expect(200)
            .body();
    return new Person(anonymous, username, password, again);
  }

  /** Asks for a new session of this person on this very device; see {@link #signedIn}. */
  public RestClient.Answer tryToSignInHere(RestClient anonymous) {
    return anonymous.post(
        "/api/auth/login",
        Map.of(
            "username",
            username,
            "password",
            password,
            "tokenDelivery",
            "body",
            "device",
            Map.of("id", device())));
  }

  /** The same person after a sign-in. */
  public Person signedIn(RestClient anonymous, JsonNode answer) {
    return new Person(anonymous, username, password, answer);
  }

  /** The same session with new tokens. */
  public Person refreshed(RestClient anonymous) {
    return signedIn(
        anonymous,
        anonymous
            .post("/api/auth/refresh", Map.of("refreshToken", refreshToken()))
            .expect(200)
            .body());
  }

  /** The client that carries this person's access token. */
  public RestClient rest() {
    return rest;
  }

  public String id() {
    return signedIn.path("account").path("id").asText();
  }

  public String username() {
    return username;
  }

  public String password() {
    return password;
  }

  public String device() {
    return signedIn.path("session").path("deviceId").asText();
  }

  public String session() {
    return signedIn.path("session").path("id").asText();
  }

  public String accessToken() {
    return signedIn.path("accessToken").asText();
  }

  public String refreshToken() {
    return signedIn.path("refreshToken").asText();
  }

  /** A fresh ticket for the socket. */
  public String ticket() {
    return rest.post("/api/socket-tickets", Map.of()).expect(201).body().path("ticket").asText();
  }

  /**
   * The id of the conversation with somebody; where there is none, this person asks for it and the
   * other accepts.
   */
  public String conversationWith(Person other) {
    RestClient.Answer answer = ask(other, "");
    if (answer.body().path("standing").asText().equals("sent")) {
      answer = other.answer(this, "accept").expect(200);
    }
    return answer.body().path("conversation").asText();
  }

  /** Asks somebody to talk, or finds that he need not be asked. */
  public RestClient.Answer ask(Person other, String note) {
    RestClient.Answer answer =
        rest.put(requestPath(other), note.isEmpty() ? Map.of() : Map.of("note", note));
    if (answer.status() != 200) {
      answer.expect(201);
    }
    return answer;
  }

  /** Answers somebody who has asked. */
  public RestClient.Answer answer(Person other, String answer) {
    return rest.put(requestPath(other) + "/answer", Map.of("answer", answer));
  }

  /** Where the request between this person and somebody else is. */
  public static String requestPath(Person other) {
    return "/api/people/" + other.id() + "/request";
  }

  /** The id of a new group, of which this person is the owner. */
  public String groupWith(Person... others) {
    return rest.post(
            "/api/groups",
            Map.of(
                "name",
                "Sunday walks",
                "kind",
                "sealed",
                "members",
                Arrays.stream(others).map(Person::id).toList()))
        .expect(201)
        .body()
        .path("id")
        .asText();
  }

  /** The first frame of a socket, with any ticket. */
  public ObjectNode hello(String ticket) {
    return RestClient.JSON
        .createObjectNode()
        .put("type", "hello")
        .put("id", "hello")
        .put("ticket", ticket)
        .put("device", device());
  }

  /** A socket to this person's instance, past its welcome; cursors by stream. */
  public SocketClient connect(Map<String, Long> cursors) {
    return connect(rest, cursors);
  }

  /** The same at another instance. */
  public SocketClient connect(RestClient instance, Map<String, Long> cursors) {
    SocketClient socket = SocketClient.open(instance.base());
    socket.send(hello(ticket()).set("cursors", RestClient.JSON.valueToTree(cursors)));
    socket.await("welcome");
    return socket;
  }
}
