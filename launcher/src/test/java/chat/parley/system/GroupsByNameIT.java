package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs make groups of people they know by name, and talk in them. */
@ExtendWith(RunningParley.Extension.class)
class GroupsByNameIT {

  @Test
  void aProgramMakesAGroupAndTalksWithBrowsersInIt(RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person carol = parley.newPerson(1);
    try (SocketClient browser = bob.connect(Map.of())) {
      String group = create(program, "Walks", bob.username(), carol.id());
      String stream = "c/" + group;
      browser.await("live", live -> live.path("stream").asText().equals(stream));
      JsonNode sent = send(program, group, "On Sunday?").expect(200).body();
      assertThat(sent.path("groupId").asText()).isEqualTo(group);
      assertThat(sent.path("senderId").asText()).isEqualTo(program.id());
      assertThat(sent.has("recipientId")).isFalse();
      Talk.awaitTexts(browser, stream, 1);
      Talk.sent(browser, group, "{\"type\":\"text\",\"text\":\"Yes!\",\"salt\":\"x\"}");

      JsonNode seen =
          carol.rest().get("/api/groups/" + group + "/messages").expect(200).body().path("items");
      assertThat(seen.get(0)).isEqualTo(sent);
      assertThat(contents(seen)).containsExactly("On Sunday?", "Yes!");
      assertThat(program.rest().get("/api/chat/messages").expect(200).body().path("items"))
          .isEmpty();
    }
  }

  @Test
  void membersComeAndGoAndReadWhatIsTheirs(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person carol = parley.newPerson(2);
    String group = create(owner, "Walks", bob.username());
    send(owner, group, "before carol").expect(200);

    JsonNode added = put(owner, group + "/add-member", member(carol.username())).expect(200).body();
    assertThat(added.path("memberCount").asInt()).isEqualTo(3);
    send(owner, group, "with carol").expect(200);
    assertThat(messages(carol, group)).containsExactly("with carol");

    put(owner, group + "/members/" + bob.username() + "/role", "{\"role\":\"admin\"}").expect(204);
    assertThat(roles(owner, group)).containsExactlyInAnyOrder("owner", "admin", "member");
    bob.rest().delete("/api/groups/" + group + "/members/" + carol.username()).expect(204);
    send(owner, group, "without carol").expect(200);
    assertThat(messages(carol, group)).containsExactly("with carol");
    assertProblem(send(carol, group, "let me in"), 404, "not-found");

    bob.rest().delete("/api/groups/" + group + "/members/me").expect(204);
    assertThat(roles(owner, group)).containsExactly("owner");
  }

  @Test
  void aGroupIsChangedListedAndDeleted(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    owner.conversationWith(bob);
    String group = create(owner, "Walks", bob.username());
    JsonNode changed =
        owner
            .rest()
            .send(
                "PATCH",
                "/api/groups/" + group,
                "{\"name\":\"Hikes\",\"settings\":{\"posting\":\"admins\"}}".getBytes(UTF_8))
            .expect(200)
            .body();
    assertThat(changed.path("name").asText()).isEqualTo("Hikes");
    assertProblem(send(bob, group, "hello"), 403, "forbidden");
    send(owner, group, "hello").expect(200);

    JsonNode list = bob.rest().get("/api/groups").expect(200).body().path("items");
    assertThat(list).hasSize(1);
    assertThat(list.get(0).path("groupId").asText()).isEqualTo(group);
    assertThat(list.get(0).path("role").asText()).isEqualTo("member");

    assertProblem(bob.rest().delete("/api/groups/" + group), 403, "forbidden");
    owner.rest().delete("/api/groups/" + group).expect(204);
    assertProblem(send(owner, group, "anybody?"), 404, "not-found");
    assertThat(bob.rest().get("/api/groups/" + group).expect(200).body().path("member").asBoolean())
        .isFalse();
  }

  @Test
  void aRepeatWithTheSameKeyMakesOneGroup(RunningParley parley) {
    Person owner = parley.newPerson(1);
    RestClient keyed = owner.rest().withHeader("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> wish = Map.of("name", "Once", "members", List.of());
    JsonNode first = keyed.post("/api/groups/create", wish).expect(201).body();
    JsonNode again = keyed.at(parley.url(2)).post("/api/groups/create", wish).expect(200).body();
    assertThat(again).isEqualTo(first);
    assertThat(owner.rest().get("/api/groups").expect(200).body().path("items")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET||",
        "PATCH||{\"name\":\"mine\"}",
        "DELETE||",
        "PUT|/add-member|{\"member\":\"#\"}",
        "PUT|/add-member|{\"member\":\"nobody-by-this-name\"}",
        "GET|/members|",
        "DELETE|/members/#|",
        "DELETE|/members/me|",
        "PUT|/members/#/role|{\"role\":\"owner\"}",
        "POST|/send|{\"message\":\"let me in\"}",
        "GET|/messages|",
        "GET|/messages?after=0&limit=1|"
      })
  void aForeignGroupAndAConversationOfTwoAreAnsweredLikeNone(
      String method, String path, String body, RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person mallory = parley.newPerson(2);
    String foreign = create(owner, "Secret", parley.newPerson(1).username());
    String direct = mallory.conversationWith(owner);
    List<String> answers = new ArrayList<>();
    for (String id : List.of(foreign, direct, UUID.randomUUID().toString(), "7")) {
      String tail = path == null ? "" : path.replace("#", owner.username());
      Answer answer =
          mallory
              .rest()
              .send(
                  method,
                  "/api/groups/" + id + tail,
                  body == null ? null : body.replace("#", owner.username()).getBytes(UTF_8));
      assertProblem(answer, 404, "not-found");
      answers.add(answer.text().replaceAll("\"instance\":\"[^\"]*\"", ""));
    }
    assertThat(answers).containsOnly(answers.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"Walks\"}",
        "{\"members\":[]}",
        "{\"name\":\"\",\"members\":[]}",
        "{\"name\":7,\"members\":[]}",
        "{\"name\":\"Walks\",\"members\":\"bob\"}",
        "{\"name\":\"Walks\",\"members\":[7]}",
        "{\"name\":\"Walks\",\"members\":[null]}",
        "{\"name\":\"Walks\",\"members\":[],\"owner\":\"bob\"}",
        "{\"name\":\"Walks\",\"members\":[],\"settings\":{\"posting\":\"nobody\"}}"
      })
  void aGroupThatCannotBeIsRefused(String body, RunningParley parley) {
    assertProblem(
        parley.newPerson(1).rest().send("POST", "/api/groups/create", body.getBytes(UTF_8)),
        400,
        "invalid-input");
  }

  @Test
  void aGroupWithSomebodyWhoDoesNotExistIsRefusedByName(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Answer answer =
        owner
            .rest()
            .post(
                "/api/groups/create",
                Map.of("name", "Walks", "members", List.of("nobody-by-this-name")));
    assertProblem(answer, 422, "no-such-account");
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/members/0");
    assertThat(owner.rest().get("/api/groups").expect(200).body().path("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/0198c5f0-0000-7000-8000-000000000000/messages"})
  void withoutATokenThereIsNothingToSee(String path, RunningParley parley) {
    assertProblem(parley.rest(1).get("/api/groups" + path), 401, "unauthenticated");
  }

  private static String create(Person owner, String name, String... members) {
    return owner
        .rest()
        .post("/api/groups/create", Map.of("name", name, "members", List.of(members)))
        .expect(201)
        .body()
        .path("groupId")
        .asText();
  }

  private static Answer send(Person sender, String group, String text) {
    return sender.rest().post("/api/groups/" + group + "/send", Map.of("message", text));
  }

  private static Answer put(Person who, String path, String body) {
    return who.rest().send("PUT", "/api/groups/" + path, body.getBytes(UTF_8));
  }

  private static String member(String name) {
    return "{\"member\":\"" + name + "\"}";
  }

  private static List<String> messages(Person reader, String group) {
    return contents(
        reader.rest().get("/api/groups/" + group + "/messages").expect(200).body().path("items"));
  }

  private static List<String> contents(JsonNode items) {
    List<String> contents = new ArrayList<>();
    items.forEach(item -> contents.add(item.path("content").asText()));
    return contents;
  }

  private static List<String> roles(Person reader, String group) {
    List<String> roles = new ArrayList<>();
    reader
        .rest()
        .get("/api/groups/" + group + "/members")
        .expect(200)
        .body()
        .path("items")
        .forEach(member -> roles.add(member.path("role").asText()));
    return roles;
  }
}
