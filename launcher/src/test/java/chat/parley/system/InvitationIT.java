package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways into a group over two instances, and its picture. */
@ExtendWith(RunningParley.Extension.class)
class InvitationIT {

  private static String path(String group, String more) {
    return "/api/conversations/" + group + more;
  }

  private static JsonNode link(Person maker, String group, Map<String, Object> wish) {
    return maker.rest().post(path(group, "/invite-links"), wish).expect(201).body();
  }

  private static RestClient.Answer join(RestClient who, JsonNode link) {
    return who.post("/api/invitations/join", Map.of("token", link.path("token").asText()));
  }

  private static RestClient.Answer look(Person who, JsonNode link) {
    return who.rest()
        .post("/api/invitations/preview", Map.of("token", link.path("token").asText()));
  }

  @Test
  void whoHasTheTokenSeesWhatItIsAndJoins(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String group = ada.groupWith();
    JsonNode link = link(ada, group, Map.of());
    JsonNode seen = look(bob, link).expect(200).body();
    assertThat(seen.path("name").asText()).isEqualTo("Sunday walks");
    assertThat(seen.path("memberCount").asInt()).isEqualTo(1);
    assertThat(seen.path("standing").asText()).isEqualTo("stranger");
    try (SocketClient a = ada.connect(Map.of())) {
      JsonNode joined = join(bob.rest(), link).expect(200).body();
      assertThat(joined.path("standing").asText()).isEqualTo("member");
      assertThat(joined.at("/conversation/id").asText()).isEqualTo(group);
      JsonNode told =
          a.await("entry", entry -> entry.path("kind").asText().equals("member.joined"));
      assertThat(told.path("body").asText()).contains(bob.id(), "\"how\":\"link\"");
    }
    join(bob.rest(), link).expect(200);
    assertThat(look(bob, link).expect(200).body().path("standing").asText()).isEqualTo("member");
    JsonNode listed = ada.rest().get(path(group, "/invite-links")).expect(200).body();
    assertThat(listed.at("/items/0/uses").asInt()).isEqualTo(1);
    assertThat(listed.toString()).doesNotContain("token");
    bob.rest().post(path(group, "/invite-links"), Map.of()).expect(403);
    assertThat(bob.rest().get(path(group, "/invite-links")).expect(200).body().path("items"))
        .isEmpty();
  }

  @Test
  void aLinkLetsInAsManyAsItSaysOnAnyInstance(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String group = ada.groupWith();
    JsonNode link = link(ada, group, Map.of("quota", 3));
    List<Person> people = IntStream.range(0, 8).mapToObj(i -> parley.newPerson(1 + i % 2)).toList();
    List<Integer> answers = AtOnce.times(8, i -> join(people.get(i).rest(), link).status());
    assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
    assertThat(answers).filteredOn(status -> status == 404).hasSize(5);
    JsonNode seen = ada.rest().get(path(group, "")).expect(200).body();
    assertThat(seen.path("memberCount").asInt()).isEqualTo(4);
  }

  @Test
  void aLinkEndsWhenItIsRevokedOrItsMakerMayNotInvite(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person cyd = parley.newPerson(2);
    String group = ada.groupWith(bob);
    JsonNode revoked = link(ada, group, Map.of());
    ada.rest().delete(path(group, "/invite-links/" + revoked.path("id").asText())).expect(204);
    assertThat(look(cyd, revoked).expect(404).problem()).isEqualTo("invitation-over");
    assertThat(join(cyd.rest(), revoked).expect(404).problem()).isEqualTo("invitation-over");
    RestClient.Answer never =
        cyd.rest().post("/api/invitations/join", Map.of("token", "A".repeat(43)));
    assertThat(never.expect(404).problem()).isEqualTo("invitation-over");
    cyd.rest().post("/api/invitations/join", Map.of("token", "short")).expect(404);

    ada.rest()
        .patch(path(group, ""), Map.of("settings", Map.of("inviting", "members")))
        .expect(200);
    JsonNode ofBob = link(bob, group, Map.of("expiresIn", 3600));
    look(cyd, ofBob).expect(200);
    ada.rest().delete(path(group, "/members/" + bob.id())).expect(204);
    look(cyd, ofBob).expect(404);
    join(cyd.rest(), ofBob).expect(404);
    JsonNode again = link(ada, group, Map.of());
    ada.rest().put(path(group, "/bans/" + cyd.id()), Map.of()).expect(204);
    join(cyd.rest(), again).expect(403);
    for (Map<String, Object> wish :
        List.<Map<String, Object>>of(
            Map.of("quota", 0), Map.of("quota", 2_001), Map.of("expiresIn", 0))) {
      ada.rest().post(path(group, "/invite-links"), wish).expect(400);
    }
  }

  @Test
  void whereAnAdminHasToSaySoOneWaits(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person cyd = parley.newPerson(2);
    String group = ada.groupWith();
    ada.rest().patch(path(group, ""), Map.of("settings", Map.of("approval", true))).expect(200);
    JsonNode link = link(ada, group, Map.of());
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient c = cyd.connect(Map.of())) {
      for (Person each : List.of(bob, cyd)) {
        JsonNode asked = join(each.rest(), link).expect(200).body();
        assertThat(asked.path("standing").asText()).isEqualTo("requested");
        join(each.rest(), link).expect(200);
        JsonNode told =
            a.await("entry", entry -> entry.path("kind").asText().equals("join.requested"));
        assertThat(told.path("body").asText()).contains(each.id(), group);
        each.rest().get(path(group, "")).expect(404);
      }
      JsonNode waiting = ada.rest().get(path(group, "/join-requests")).expect(200).body();
      assertThat(waiting.path("items")).hasSize(2);
      bob.rest().put(path(group, "/join-requests/" + bob.id()), Map.of("accept", true)).expect(404);
      ada.rest().put(path(group, "/join-requests/" + bob.id()), Map.of("accept", true)).expect(204);
      b.await("live", live -> live.path("stream").asText().equals("c/" + group));
      ada.rest()
          .put(path(group, "/join-requests/" + cyd.id()), Map.of("accept", false))
          .expect(204);
      c.await("entry", entry -> entry.path("kind").asText().equals("join.declined"));
      ada.rest().put(path(group, "/join-requests/" + cyd.id()), Map.of("accept", true)).expect(404);
      bob.rest().get(path(group, "/join-requests")).expect(403);
      assertThat(ada.rest().get(path(group, "/join-requests")).expect(200).body().path("items"))
          .isEmpty();
      cyd.rest().get(path(group, "")).expect(404);
    }
  }

  @Test
  void aPictureIsDrawnAnewAndForMembersOnly(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person eve = parley.newPerson(2);
    String group = ada.groupWith(bob);
    RestClient png = ada.rest().withHeader("Content-Type", "image/png");
    bob.rest().get(path(group, "/picture")).expect(404);
    png.send("PUT", path(group, "/picture"), picture("png", 64, 64)).expect(204);
    String id = bob.rest().get(path(group, "")).expect(200).body().path("picture").asText();
    RestClient.Answer got = bob.rest().get(path(group, "/picture?size=96")).expect(200);
    assertThat(got.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(got.header("ETag")).isEqualTo("\"" + id + "-96\"");
    assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(got.header("Content-Disposition")).startsWith("attachment");
    bob.rest()
        .withHeader("If-None-Match", "\"" + id + "-96\"")
        .get(path(group, "/picture?size=96"))
        .expect(304);
    eve.rest().get(path(group, "/picture")).expect(404);

    png.send("PUT", path(group, "/picture?x=0&y=0&size=60"), picture("jpeg", 64, 64)).expect(204);
    String next = bob.rest().get(path(group, "")).expect(200).body().path("picture").asText();
    assertThat(next).isNotEqualTo(id);
    png.send("PUT", path(group, "/picture"), picture("png", 2_000, 10)).expect(400);
    png.send("PUT", path(group, "/picture"), "<svg/>".getBytes(StandardCharsets.UTF_8)).expect(415);
    bob.rest()
        .withHeader("Content-Type", "image/png")
        .send("PUT", path(group, "/picture"), picture("png", 64, 64))
        .expect(403);
    assertThat(bob.rest().get(path(group, "")).expect(200).body().path("picture").asText())
        .isEqualTo(next);
    ada.rest().delete(path(group, "/picture")).expect(204);
    bob.rest().get(path(group, "/picture")).expect(404);
  }

  private static byte[] picture(String format, int width, int height) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
