package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Patient;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people look like, over two instances. */
@Patient
@ExtendWith(RunningParley.Extension.class)
class PicturesIT {

  private static final String OWN = "/api/account/profile/picture";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private static byte[] painted(String format, int width, int height, Color left, Color right) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(left);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(right);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, format, bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] photo() {
    return painted("jpeg", 1_200, 800, Color.RED, Color.BLUE);
  }

  private static RestClient sending(Person person) {
    return person.rest().withHeader("Content-Type", "image/jpeg");
  }

  private static RestClient.Answer put(Person person, String query, byte[] bytes) {
    return sending(person).send("PUT", OWN + query, bytes);
  }

  private static String shows(Person person, byte[] bytes) {
    return put(person, "", bytes).expect(200).body().path("picture").asText();
  }

  private static void showTo(Person person, String audience) {
    person
        .rest()
        .patch("/api/account/profile", Map.of("visibility", Map.of("picture", audience)))
        .expect(200);
  }

  private static String path(String person, String picture) {
    return "/api/people/" + person + "/pictures/" + picture;
  }

  private static Set<String> seenBy(Person viewer, String... people) {
    String query = Arrays.stream(people).map(id -> "id=" + id).collect(Collectors.joining("&"));
    Set<String> seen = new HashSet<>();
    for (JsonNode each :
        viewer.rest().get("/api/people/pictures?" + query).expect(200).body().path("items")) {
      seen.add(each.path("id").asText() + " " + each.path("picture").asText());
    }
    return seen;
  }

  private static HttpResponse<byte[]> bytes(Person viewer, URI instance, String path) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(instance.resolve(path))
              .header("Authorization", "Bearer " + viewer.accessToken())
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static BufferedImage decoded(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPictureIsServedInItsSizesByEveryInstanceAtOnce(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String picture = shows(ada, photo());
    assertThat(seenBy(bob, ada.id(), bob.id(), UUID.randomUUID().toString()))
        .containsExactly(ada.id() + " " + picture);
    for (int size : new int[] {48, 96, 256, 512}) {
      HttpResponse<byte[]> answer =
          bytes(bob, parley.url(2), path(ada.id(), picture) + "?size=" + size);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(answer.headers().allValues("Cache-Control"))
          .containsExactly("private, max-age=31536000, immutable");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment");
      BufferedImage shown = decoded(answer.body());
      assertThat(shown.getWidth()).isEqualTo(size);
      assertThat(new Color(shown.getRGB(size / 4, size / 2)).getRed()).isGreaterThan(200);
      assertThat(new Color(shown.getRGB(3 * size / 4, size / 2)).getBlue()).isGreaterThan(200);
    }
    bob.rest()
        .withHeader("If-None-Match", "\"" + picture + "-96\"")
        .get(path(ada.id(), picture) + "?size=96")
        .expect(304);
    bob.rest().get(path(ada.id(), picture) + "?size=97").expect(400);
    // This store gives no addresses of its own.
    bob.rest().get(path(ada.id(), picture) + "?redirect=allowed").expect(200);
    for (String profile : List.of("/api/account/profile", "/api/people/" + ada.id() + "/profile")) {
      assertThat(ada.rest().get(profile).expect(200).body().path("picture").asText())
          .isEqualTo(picture);
    }

    String cut =
        put(ada, "?x=700&y=100&size=300", photo()).expect(200).body().path("picture").asText();
    BufferedImage blue = decoded(bytes(bob, parley.url(2), path(ada.id(), cut)).body());
    assertThat(blue.getWidth()).isEqualTo(300);
    assertThat(new Color(blue.getRGB(10, 10)).getBlue()).isGreaterThan(200);
    bob.rest().get(path(ada.id(), picture)).expect(404);

    ada.rest().at(parley.url(2)).delete(OWN).expect(204);
    ada.rest().delete(OWN).expect(204);
    bob.rest().get(path(ada.id(), cut)).expect(404);
    assertThat(seenBy(bob, ada.id())).isEmpty();
  }

  @Test
  void itIsSeenByThoseWhomItsOwnerChose(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person stranger = parley.newPerson(2);
    Person contact = parley.newPerson(2);
    String conversation = contact.conversationWith(owner);
    try (SocketClient socket = owner.connect(Map.of())) {
      Talk.sent(socket, conversation, "Nice to meet you.");
    }
    String picture = shows(owner, photo());
    String named = owner.id() + " " + picture;
    for (String audience : List.of("everyone", "contacts", "nobody")) {
      showTo(owner, audience);
      boolean toAll = audience.equals("everyone");
      boolean toContacts = !audience.equals("nobody");
      Map.of(stranger, toAll, contact, toContacts, owner, true)
          .forEach(
              (viewer, isShown) -> {
                assertThat(seenBy(viewer, owner.id()).contains(named))
                    .as(audience)
                    .isEqualTo(isShown);
                viewer.rest().get(path(owner.id(), picture)).expect(isShown ? 200 : 404);
              });
    }
    RestClient.Answer hidden = stranger.rest().get(path(owner.id(), picture)).expect(404);
    RestClient.Answer nobody =
        stranger.rest().get(path(UUID.randomUUID().toString(), picture)).expect(404);
    assertThat(hidden.problem()).isEqualTo(nobody.problem());
    assertThat(hidden.body().path("detail")).isEqualTo(nobody.body().path("detail"));

    showTo(owner, "everyone");
    owner.rest().patch("/api/account/settings", Map.of("discoverable", false)).expect(200);
    stranger.rest().get(path(owner.id(), picture)).expect(404);
    assertThat(seenBy(stranger, owner.id())).isEmpty();
    contact.rest().get(path(owner.id(), picture)).expect(200);
    // A name leads to its own picture only.
    stranger.rest().get(path(stranger.id(), picture)).expect(404);
    stranger.rest().get(path("me", picture)).expect(404);
    stranger.rest().get(path(owner.id(), "not-a-picture")).expect(404);
    stranger.rest().get("/api/people/pictures?id=me").expect(400);
    stranger
        .rest()
        .get(
            "/api/people/pictures?"
                + Stream.generate(() -> "id=" + UUID.randomUUID())
                    .limit(101)
                    .collect(Collectors.joining("&")))
        .expect(400);
  }

  @Test
  void whatIsNoPictureIsRefusedWithItsReasonAndChangesNothing(RunningParley parley) {
    Person ada = parley.newPerson(1);
    byte[] photo = photo();
    String picture = shows(ada, painted("png", 300, 300, Color.GREEN, Color.GREEN));
    for (String text :
        List.of("", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "%PDF-")) {
      assertThat(put(ada, "", text.getBytes(StandardCharsets.UTF_8)).expect(415).problem())
          .isEqualTo("unsupported-picture");
    }
    ada.rest().put(OWN, Map.of("picture", "x")).expect(415);
    put(ada, "", new byte[MOST_BYTES + 1]).expect(413);
    put(ada, "", Arrays.copyOf(photo, photo.length / 2)).expect(400);
    put(ada, "", Arrays.copyOf(photo, 20)).expect(400);
    put(ada, "", painted("png", 400, 20, Color.RED, Color.RED)).expect(400);
    byte[] large = painted("png", 300, 300, Color.RED, Color.RED);
    // Says that it has 60,000 pixels each way; the sum over its header is wrong, too.
    large[18] = (byte) 0xea;
    large[22] = (byte) 0xea;
    put(ada, "", large).expect(400);
    for (String square :
        List.of(
            "?x=0&y=0",
            "?x=0&y=0&size=801",
            "?x=1000&y=0&size=400",
            "?x=0&y=0&size=47",
            "?x=-1&y=0&size=100",
            "?x=0&y=0&size=99999999999",
            "?x=0&y=0&size=1e2",
            "?size=100")) {
      put(ada, square, photo).expect(400);
    }
    assertThat(seenBy(ada, ada.id())).containsExactly(ada.id() + " " + picture);
  }

  @Test
  void ofManySentAtOnceOneIsShownAndNothingElseIsKept(RunningParley parley) throws Exception {
    Person ada = parley.newPerson(1);
    byte[] photo = photo();
    List<Integer> answers =
        AtOnce.times(
            8, i -> sending(ada).at(parley.url(1 + i % 2)).send("PUT", OWN, photo).status());
    assertThat(answers).contains(200).allMatch(status -> status == 200 || status == 429);
    String picture =
        ada.rest().get("/api/account/profile").expect(200).body().path("picture").asText();
    HttpResponse<byte[]> shown = bytes(ada, parley.url(2), path(ada.id(), picture));
    assertThat(decoded(shown.body()).getWidth()).isEqualTo(512);
    assertThat(kept(parley, ada)).isEqualTo(4);

    ada.rest().delete(OWN).expect(204);
    assertThat(kept(parley, ada)).isZero();
  }

  private static int kept(RunningParley parley, Person owner) throws SQLException {
    return count(parley, "AND state = 'KEPT'", owner);
  }

  private static int count(RunningParley parley, String more, Person owner) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement select =
            database.prepareStatement("SELECT count(*) FROM media_blob WHERE owner = ? " + more)) {
      select.setObject(1, UUID.fromString(owner.id()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Test
  void whatNothingNamesIsSweptAway(RunningParley parley) throws Exception {
    Person ada = parley.newPerson(1);
    shows(ada, photo());
    String second = shows(ada, photo());
    assertThat(count(parley, "", ada)).isEqualTo(8);
    // A minute has passed, and another one until the next sweep has not.
    try (Connection database = parley.database();
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE media_blob SET since = since - interval '1 hour' WHERE owner = ?")) {
      update.setObject(1, UUID.fromString(ada.id()));
      update.executeUpdate();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(count(parley, "", ada)).isEqualTo(4));
    ada.rest().get(path(ada.id(), second)).expect(200);
  }

  @Test
  void thoseWhoShowSomebodyAreToldThatHeLooksDifferent(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person eve = parley.newPerson(2);
    String conversation = ada.conversationWith(bob);
    String other = ada.conversationWith(eve);
    try (SocketClient bobs = bob.connect(Map.of());
        SocketClient adas = ada.signInAgain(parley.rest(2)).connect(parley.rest(2), Map.of())) {
      bobs.await("live", frame -> frame.path("stream").asText().equals("c/" + conversation));
      adas.await("live", frame -> frame.path("stream").asText().equals("u/" + ada.id()));
      shows(ada, photo());
      JsonNode told = bobs.await("signal", frame -> frame.path("kind").asText().equals("profile"));
      assertThat(told.path("by").asText()).isEqualTo(ada.id());
      assertThat(told.path("stream").asText()).isEqualTo("c/" + conversation);
      assertThat(told.toString()).doesNotContain(other);
      adas.await("signal", frame -> frame.path("kind").asText().equals("profile"));
    }
  }
}
