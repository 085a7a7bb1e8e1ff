package chat.parley.system;

import chat.parley.testing.KeyedDevice;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import chat.parley.testing.TokenForge;
import chat.parley.testing.Wallet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * Everybody who may call an operation, and the things that operations are about: a group of many
 * ranks, and what is in it. A thing is made when it is first asked for, and again after something
 * was changed.
 */
final class AccessWorld {

  /** A kind of caller, with the column of the table that tells what it is answered. */
  enum Caller {
    /** Says nothing about himself. */
    NOBODY("nobody"),
    /** Gives name and password where a token belongs. */
    NAME_AND_PASSWORD("nobody"),
    /** Has a good token, in the address, where none is looked for. */
    TOKEN_IN_THE_ADDRESS("nobody"),
    GARBAGE("bad token"),
    UNSIGNED("bad token"),
    /** Signed by a key that is not ours. */
    FOREIGN_KEY("bad token"),
    EXPIRED("bad token"),
    /** For another audience. */
    ANOTHER_AUDIENCE("bad token"),
    SOCKET_TICKET("bad token"),
    REFRESH_TOKEN("bad token"),
    /** Signed by us, and no access token. */
    ANOTHER_KIND("no session"),
    /** Has signed out; the token itself is good for minutes. */
    ENDED("no session"),
    /** Was away for too long. */
    IDLE("no session"),
    /** Over the absolute limit. */
    TOO_OLD("no session"),
    /** Has an account whose e-mail address has to be verified first. */
    NEWCOMER("newcomer"),
    /** Has nothing to do with anybody. */
    STRANGER("stranger"),
    BANNED("banned"),
    LEFT("left"),
    MEMBER("member"),
    ADMIN("admin"),
    OWNER("owner"),
    /** The owner, in another session on another device. */
    OTHER_DEVICE("other device");

    private final String column;

    Caller(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }

    boolean isSomebody() {
      return compareTo(NEWCOMER) >= 0;
    }
  }

  private final RunningParley parley;
  private final Map<Caller, Person> people = new EnumMap<>(Caller.class);
  private final Map<Caller, String> tokens = new EnumMap<>(Caller.class);
  private final Map<String, String> things = new HashMap<>();
  private final Person somebody;
  private final Person applicant;
  private final Person bystander;
  private final Wallet wallet = Wallet.fresh();
  private final String proof;
  private final String direct;
  private final byte[] picture = png();
  private String refreshToken;

  AccessWorld(RunningParley parley) {
    this.parley = parley;
    for (Caller each : Caller.values()) {
      if (each.isSomebody() && each != Caller.OTHER_DEVICE) {
        people.put(each, parley.newPerson(1));
      }
    }
    people.put(Caller.OTHER_DEVICE, person(Caller.OWNER).signInAgain(parley.rest(2)));
    makeNewcomer(person(Caller.NEWCOMER));
    signInAgain(Caller.NEWCOMER);
    somebody = parley.newPerson(1);
    applicant = parley.newPerson(2);
    bystander = parley.newPerson(1);
    refreshToken = somebody.refreshToken();
    direct = person(Caller.OWNER).conversationWith(somebody);
    RestClient any = parley.rest(1);
    any.post(
            "/api/auth/wallet/register",
            Map.of("registration", wallet.registration(any), "username", name()))
        .expect(201);
    proof = Wallet.fresh().registration(any);
    badTokens();
  }

  /** As if this installation required that addresses are verified. */
  private void makeNewcomer(Person person) {
    try (var connection = parley.database();
        var change =
            connection.prepareStatement("UPDATE account SET active_at = NULL WHERE id = ?::uuid")) {
      change.setString(1, person.id());
      if (change.executeUpdate() != 1) {
        throw new AssertionError("no account");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void badTokens() {
    Person owner = person(Caller.OWNER);
    String header = TokenForge.header(owner.accessToken());
    String claims = TokenForge.claims(owner.accessToken());
    TokenForge ours = TokenForge.of(parley);
    tokens.put(Caller.GARBAGE, "nonsense");
    tokens.put(
        Caller.UNSIGNED,
        TokenForge.encoded(header.replace("ES256", "none"))
            + "."
            + TokenForge.encoded(claims)
            + ".");
    tokens.put(Caller.FOREIGN_KEY, TokenForge.ofAStranger().signed(header, claims));
    tokens.put(Caller.EXPIRED, ours.signed(header, TokenForge.expired(claims)));
    tokens.put(
        Caller.ANOTHER_AUDIENCE,
        ours.signed(
            header,
            TokenForge.changed(claims, "\"aud\":(\\[[^]]*\\]|\"[^\"]*\")", "\"aud\":\"else\"")));
    tokens.put(
        Caller.ANOTHER_KIND, ours.signed(TokenForge.changed(header, "at\\+jwt", "JWT"), claims));
    tokens.put(Caller.SOCKET_TICKET, owner.ticket());
    tokens.put(Caller.REFRESH_TOKEN, owner.refreshToken());
    Person ended = owner.signInAgain(parley.rest(1));
    ended.rest().delete("/api/sessions/" + ended.session()).expect(204);
    tokens.put(Caller.ENDED, ended.accessToken());
    tokens.put(Caller.IDLE, sessionMovedBy("last_seen_at", "31 minutes"));
    tokens.put(Caller.TOO_OLD, sessionMovedBy("expires_at", "31 days"));
  }

  /** The token of a session that no instance has seen in use since its time was moved. */
  private String sessionMovedBy(String column, String time) {
    Person again = person(Caller.OWNER).signInAgain(parley.rest(1));
    try (var connection = parley.database();
        var move =
            connection.prepareStatement(
                "UPDATE session SET "
                    + column
                    + " = "
                    + column
                    + " - ?::interval"
                    + " WHERE id = ?::uuid")) {
      move.setString(1, time);
      move.setString(2, again.session());
      if (move.executeUpdate() != 1) {
        throw new AssertionError("no session");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return again.accessToken();
  }

  Person person(Caller caller) {
    Person person = people.get(caller);
    if (person == null) {
      throw new AssertionError("nobody is " + caller);
    }
    return person;
  }

  /** A client of an instance that calls as this caller. */
  RestClient client(Caller caller, int instance) {
    RestClient any = parley.rest(instance);
    if (caller.isSomebody()) {
      return any.withToken(person(caller).accessToken());
    }
    return switch (caller) {
      case NOBODY -> any;
      // No operation is described with such a parameter, so the answer is not held to its
      // description.
      case TOKEN_IN_THE_ADDRESS -> any.amidFaults();
      case NAME_AND_PASSWORD -> any.withHeader("Authorization", "Basic YW5uYTpzZWNyZXQ=");
      default -> any.withToken(String.valueOf(tokens.get(caller)));
    };
  }

  /** Signs a caller in again, whose session an operation has ended. */
  void signInAgain(Caller caller) {
    people.put(caller, person(caller).signInAgain(parley.rest(1)));
    if (caller == Caller.OWNER || caller == Caller.OTHER_DEVICE) {
      people.put(Caller.OWNER, person(Caller.OWNER).signInAgain(parley.rest(1)));
      people.put(Caller.OTHER_DEVICE, person(Caller.OWNER).signInAgain(parley.rest(2)));
    }
  }

  /** Forgets what was made: the next that is asked for are new. */
  void changed() {
    things.clear();
  }

  /** Remembers the token that a refresh gave. */
  void refreshed(RestClient.Answer answer) {
    refreshToken = answer.body().path("refreshToken").asText();
  }

  String refreshToken() {
    return refreshToken;
  }

  /** Somebody who is a member of the group, and has the direct conversation with its owner. */
  Person somebody() {
    return somebody;
  }

  /** Who has nothing to do with anybody, whatever others want of him. */
  Person bystander() {
    return bystander;
  }

  /** Who asks to join the group. */
  Person applicant() {
    return applicant;
  }

  /** A fresh message of a wallet that has an account. */
  Map<String, String> signedMessage() {
    return wallet.signIn(parley.rest(1));
  }

  /** A message that was signed to sign in, and for nothing else. */
  Map<String, String> messageOfAnotherDoor() {
    Map<String, String> signed = new HashMap<>(signedMessage());
    signed.remove("tokenDelivery");
    return signed;
  }

  /** A wallet that opens no account. */
  String nobodysWallet() {
    return Wallet.fresh().address();
  }

  /** The proof of a wallet that has no account. */
  String proof() {
    return proof;
  }

  byte[] picture() {
    return picture.clone();
  }

  /** A new name. */
  static String name() {
    return "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  }

  /** A time that lies ahead. */
  static String later() {
    return Instant.now()
        .plusSeconds(3_600)
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace("Z", ".000Z");
  }

  /** The conversation of the owner and {@link #somebody}. */
  String direct() {
    return direct;
  }

  /** A group that has everybody in his place. */
  String group() {
    return thing("group", this::newGroup);
  }

  /** The same, encrypted end to end, with an epoch and a Welcome for the member's device. */
  String encryptedGroup() {
    return thing("encrypted-group", this::newEncryptedGroup);
  }

  private String newEncryptedGroup() {
    Person owner = person(Caller.OWNER);
    Person member = person(Caller.MEMBER);
    String group =
        everybodyInHisPlace(
            owner
                .rest()
                .post(
                    "/api/groups",
                    Map.of(
                        "name",
                        "Walks",
                        "kind",
                        "e2ee",
                        "members",
                        List.of(
                            person(Caller.ADMIN).id(),
                            member.id(),
                            person(Caller.LEFT).id(),
                            person(Caller.BANNED).id())))
                .expect(201)
                .body()
                .path("id")
                .asText());
    KeyedDevice first = KeyedDevice.of(owner);
    KeyedDevice other = KeyedDevice.of(member);
    first.mls().create(group);
    first.commit(group, first.mls().commit(List.of(other.mls().keyPackage())), other).expect(200);
    return group;
  }

  private String newGroup() {
    return everybodyInHisPlace(
        person(Caller.OWNER)
            .groupWith(
                person(Caller.ADMIN),
                person(Caller.MEMBER),
                person(Caller.LEFT),
                person(Caller.BANNED),
                somebody));
  }

  private String everybodyInHisPlace(String group) {
    Person owner = person(Caller.OWNER);
    Person left = person(Caller.LEFT);
    String path = "/api/conversations/" + group;
    owner
        .rest()
        .put(path + "/members/" + person(Caller.ADMIN).id() + "/role", Map.of("role", "admin"))
        .expect(204);
    left.rest().delete(path + "/members/" + left.id()).expect(204);
    owner.rest().send("PUT", path + "/bans/" + person(Caller.BANNED).id(), null);
    return group;
  }

  /** The id of an invite link that the owner has made. */
  String link() {
    token();
    return thing("link", () -> "");
  }

  /** The token of that link. */
  String token() {
    return thing(
        "token",
        () -> {
          var made =
              person(Caller.OWNER)
                  .rest()
                  .post("/api/conversations/" + group() + "/invite-links", Map.of())
                  .expect(201)
                  .body();
          things.put("link", made.path("id").asText());
          return made.path("token").asText();
        });
  }

  /** Makes {@link #applicant} ask to join the group. */
  String applied() {
    return thing(
        "applied",
        () -> {
          person(Caller.OWNER)
              .rest()
              .patch("/api/conversations/" + group(), Map.of("settings", Map.of("approval", true)))
              .expect(200);
          applicant.rest().post("/api/invitations/join", Map.of("token", token())).expect(200);
          return applicant.id();
        });
  }

  /** The seq of a message of the member. */
  String message() {
    return thing(
        "message",
        () ->
            person(Caller.MEMBER)
                .rest()
                .post("/api/groups/" + group() + "/send", Map.of("message", "Hello"))
                .expect(200)
                .body()
                .path("seq")
                .asText());
  }

  /** A message of the member that waits for its time. */
  String scheduled() {
    return thing(
        "scheduled",
        () ->
            person(Caller.MEMBER)
                .rest()
                .post(
                    "/api/conversations/" + group() + "/scheduled-messages",
                    Map.of("cid", Talk.cid(), "body", "later", "sendAt", later()))
                .expect(201)
                .body()
                .path("id")
                .asText());
  }

  /** A file that the owner has begun to upload, with all its parts. */
  String upload() {
    return thing(
        "upload",
        () -> {
          String id = UUID.randomUUID().toString();
          upload(id);
          return id;
        });
  }

  /** A file that went with a message of the owner. */
  String attachment() {
    return thing(
        "attachment",
        () -> {
          String id = UUID.randomUUID().toString();
          String path = upload(id);
          person(Caller.OWNER).rest().send("POST", path + "/complete", null).expect(204);
          try (SocketClient socket = person(Caller.OWNER).connect(Map.of())) {
            Map<String, Object> frame = Talk.send("1", Talk.cid(), group(), "a file");
            frame.put("attachments", List.of(id));
            socket.send(frame);
            socket.answerTo("1");
          }
          return id;
        });
  }

  private String upload(String id) {
    String path = "/api/conversations/" + group() + "/attachments/" + id;
    RestClient owner = person(Caller.OWNER).rest();
    owner.put(path, Map.of("size", 1)).expect(200);
    owner
        .withHeader("Content-Type", "application/octet-stream")
        .send("PUT", path + "/parts/1", new byte[1])
        .expect(204);
    return path;
  }

  /** A picture of the group. */
  String groupPicture() {
    return thing(
        "picture",
        () -> {
          person(Caller.OWNER)
              .rest()
              .withHeader("Content-Type", "image/png")
              .send("PUT", "/api/conversations/" + group() + "/picture", picture)
              .expect(204);
          return group();
        });
  }

  /** The name of the picture of somebody who shows it to everyone. */
  String personPicture() {
    return thing(
        "person-picture",
        () ->
            somebody
                .rest()
                .withHeader("Content-Type", "image/png")
                .send("PUT", "/api/account/profile/picture", picture)
                .expect(200)
                .body()
                .path("picture")
                .asText());
  }

  /** One more session of the owner. */
  String session() {
    return thing("session", () -> person(Caller.OWNER).signInAgain(parley.rest(1)).session());
  }

  /** What the owner has encrypted. */
  String encrypted() {
    return thing(
        "encrypted",
        () ->
            person(Caller.OWNER)
                .rest()
                .post("/api/encrypt", Map.of("message", "secret"))
                .expect(200)
                .body()
                .path("encryptedMessage")
                .asText());
  }

  /** A new interest that somebody adds. */
  static Map<String, Object> interest() {
    return Map.of("name", "Kites " + name().substring(0, 8), "category", "games");
  }

  /** What a browser says of where it is called. */
  Map<String, Object> subscription() {
    return parley.pushService().newDevice().subscription();
  }

  private String thing(String name, Supplier<String> make) {
    String known = things.get(name);
    if (known == null) {
      known = make.get();
      things.put(name, known);
    }
    return known;
  }

  private static byte[] png() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
