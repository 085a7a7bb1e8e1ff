package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups that everybody may find, because their owners say so, on two instances. */
@ExtendWith(RunningParley.Extension.class)
class GroupSearchIT {

  private static final String LISTED = "/api/listed-groups";

  @Test
  void aListedGroupIsFoundByNameDescriptionAndInterestOnTheOtherInstance(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person stranger = parley.newPerson(2);
    String word = word();
    int chess = interest(owner);
    String group = group(owner, "Knights of " + word, "We meet under the oak " + word + "tree");
    assertThat(found(stranger, "?q=" + word)).as("nobody finds what is not listed").isEmpty();

    list(owner, group, List.of(chess));

    assertThat(found(stranger, "?q=knights%20of%20" + word)).contains(group);
    assertThat(found(stranger, "?q=knigts%20of%20" + word)).as("a mistyped name").contains(group);
    assertThat(found(stranger, "?q=" + word + "tre")).as("a description").contains(group);
    assertThat(found(stranger, "?q=" + word + "&interest=" + chess)).containsExactly(group);
    assertThat(found(stranger, "?q=" + word + "&interest=999999")).isEmpty();
    JsonNode card = stranger.rest().get(LISTED + "?q=" + word).expect(200).body().at("/items/0");
    assertThat(card.at("/group/name").asText()).isEqualTo("Knights of " + word);
    assertThat(card.at("/group/memberCount").asInt()).isEqualTo(1);
    assertThat(card.at("/group/standing").asText()).isEqualTo("stranger");
    assertThat(card.at("/interests/0/id").asInt()).isEqualTo(chess);

    owner.rest().patch(conversation(group), Map.of("name", "Rooks " + word)).expect(200);
    assertThat(names(stranger, "?q=rooks%20" + word)).containsExactly("Rooks " + word);
    owner.rest().delete(listing(group)).expect(204);
    owner.rest().delete(listing(group)).expect(204);
    assertThat(found(stranger, "?q=" + word)).isEmpty();
    assertProblem(join(stranger, group), 404, "not-found");
  }

  @Test
  void whoFindsAGroupJoinsOrAsksToByItsOwnRules(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person first = parley.newPerson(2);
    Person second = parley.newPerson(1);
    String group = group(owner, "Open " + word(), "");
    list(owner, group, List.of());

    JsonNode joined = join(first, group).expect(200).body();
    assertThat(joined.path("standing").asText()).isEqualTo("member");
    assertThat(joined.at("/conversation/id").asText()).isEqualTo(group);
    assertThat(join(first, group).expect(200).body().path("standing").asText()).isEqualTo("member");

    owner
        .rest()
        .patch(conversation(group), Map.of("settings", Map.of("approval", true)))
        .expect(200);
    assertThat(join(second, group).expect(200).body().path("standing").asText())
        .isEqualTo("requested");
    assertThat(join(second, group).expect(200).body().path("standing").asText())
        .isEqualTo("requested");
    assertThat(owner.rest().get(conversation(group) + "/join-requests").expect(200).text())
        .contains(second.id());
  }

  @Test
  void whoIsBannedNeitherFindsNorJoins(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person banned = parley.newPerson(2);
    String word = word();
    String group = group(owner, "Closed to one " + word, "");
    list(owner, group, List.of());
    owner.rest().send("PUT", conversation(group) + "/bans/" + banned.id(), null).expect(204);

    assertThat(found(banned, "?q=" + word)).isEmpty();
    assertProblem(join(banned, group), 404, "not-found");
  }

  @Test
  void whoIsApartFromAnOwnerNeitherFindsNorJoins(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person blocked = parley.newPerson(2);
    Person blocking = parley.newPerson(1);
    Person other = parley.newPerson(2);
    String word = word();
    String group = group(owner, "Not for two " + word, "");
    list(owner, group, List.of());
    owner.rest().send("PUT", "/api/blocks/" + blocked.id(), null).expect(204);
    blocking.rest().send("PUT", "/api/blocks/" + owner.id(), null).expect(204);

    for (Person apart : List.of(blocked, blocking)) {
      assertThat(found(apart, "?q=" + word)).isEmpty();
      assertProblem(join(apart, group), 404, "not-found");
    }
    assertThat(found(other, "?q=" + word)).containsExactly(group);
    owner.rest().delete("/api/blocks/" + blocked.id()).expect(204);
    assertThat(found(blocked, "?q=" + word)).containsExactly(group);
  }

  @Test
  void namesInEveryScriptAreFoundAlsoWhenMistyped(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person viewer = parley.newPerson(2);
    String group = group(owner, "\u0428\u0430\u0445\u043c\u0430\u0442\u044b", "");
    list(owner, group, List.of());

    assertThat(found(viewer, "?q=%D1%88%D0%B0%D1%85%D0%BC%D0%B0%D1%82")).contains(group);
    assertThat(found(viewer, "?q=%D1%88%D0%B0%D1%85%D0%BC%D0%B0%D0%B4%D1%8B")).contains(group);
  }

  @Test
  void whatIsNotListedStaysHiddenWhateverIsTried(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person friend = parley.newPerson(1);
    Person stranger = parley.newPerson(2);
    String word = word();
    String secret = group(owner, "Secret " + word, "");
    String ended = group(owner, "Ended " + word, "");
    list(owner, ended, List.of());
    owner.rest().delete(conversation(ended)).expect(204);
    String direct = owner.conversationWith(friend);

    assertThat(found(stranger, "?q=" + word)).isEmpty();
    for (String id : List.of(secret, ended, direct, UUID.randomUUID().toString())) {
      assertProblem(join(stranger, id), 404, "not-found");
    }
  }

  @Test
  void whoLooksAtVeryMuchOrJoinsVeryManyIsToldWhenToComeBackOnBothInstances(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person scraper = parley.newPerson(1);
    String group = group(owner, "Walked through " + word(), "");
    list(owner, group, List.of());
    scraper.rest().get(LISTED).expect(200);
    join(scraper, group).expect(200);
    count(parley, scraper, "PAGE", 2_000);
    count(parley, scraper, "JOIN", 50);

    for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
      RestClient there = scraper.rest().at(parley.url(instance));
      for (Answer refused :
          List.of(
              there.get(LISTED),
              there.get("/api/people/discovery"),
              there.send("POST", LISTED + "/" + group + "/join", null))) {
        assertProblem(refused, 429, "too-many-requests");
        assertThat(Long.parseLong(String.valueOf(refused.header("Retry-After"))))
            .isBetween(1L, 86_400L);
      }
    }
    owner.rest().get(LISTED).expect(200);
  }

  @Test
  void onlyAnOwnerListsAGroup(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person member = parley.newPerson(2);
    Person stranger = parley.newPerson(1);
    String group = owner.groupWith(member);
    owner
        .rest()
        .send(
            "PUT",
            conversation(group) + "/members/" + member.id() + "/role",
            "{\"role\":\"admin\"}".getBytes(UTF_8))
        .expect(204);
    Map<String, Object> about = Map.of("interests", List.of());
    assertProblem(member.rest().put(listing(group), about), 403, "forbidden");
    assertProblem(member.rest().delete(listing(group)), 403, "forbidden");
    assertProblem(stranger.rest().put(listing(group), about), 404, "not-found");
    assertProblem(stranger.rest().get(listing(group)), 404, "not-found");
    assertThat(member.rest().get(listing(group)).expect(200).body().path("listed").asBoolean())
        .isFalse();
    List<Integer> eleven = IntStream.rangeClosed(1, 11).boxed().toList();
    for (Object hostile : List.of(List.of(999_999), List.of("x"), "1", eleven)) {
      assertProblem(
          owner.rest().put(listing(group), Map.of("interests", hostile)), 400, "invalid-input");
    }
    assertProblem(owner.rest().put(listing(group), Map.of()), 400, "invalid-input");
    assertThat(owner.rest().get(listing(group)).expect(200).body().path("listed").asBoolean())
        .as("a refusal changes nothing")
        .isFalse();
    String direct = owner.conversationWith(member);
    assertThat(owner.rest().put(listing(direct), about).status()).isIn(403, 404);
  }

  @Test
  void pagesHaveNoDoublesAndNoHolesWhileGroupsCome(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person viewer = parley.newPerson(2);
    String word = word();
    Set<String> all = new LinkedHashSet<>();
    for (int i = 0; i < 7; i++) {
      String group = group(owner, word + " number " + i, "");
      list(owner, group, List.of());
      all.add(group);
    }
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = viewer.rest().get(LISTED + "?limit=2&q=" + word + after).expect(200).body();
      page.path("items").forEach(item -> seen.add(item.at("/group/id").asText()));
      after = page.has("next") ? "&after=" + page.path("next").asText() : "";
      list(owner, group(owner, "Something else " + word(), ""), List.of());
    } while (!after.isEmpty());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    assertProblem(viewer.rest().get(LISTED + "?after=x"), 400, "invalid-input");
    assertProblem(viewer.rest().get(LISTED + "?q=a"), 400, "invalid-input");
    assertThat(found(viewer, "?q=%25%27%3B%20DROP%20TABLE%20" + word + "x")).isEmpty();
  }

  private static String group(Person owner, String name, String description) {
    return owner
        .rest()
        .post(
            "/api/groups",
            Map.of(
                "name", name, "description", description, "kind", "sealed", "members", List.of()))
        .expect(201)
        .body()
        .path("id")
        .asText();
  }

  private static void list(Person owner, String group, List<Integer> interests) {
    assertThat(
            owner
                .rest()
                .put(listing(group), Map.of("interests", interests))
                .expect(200)
                .body()
                .path("listed")
                .asBoolean())
        .isTrue();
  }

  private static void count(RunningParley parley, Person viewer, String what, int count) {
    try (Connection connection = parley.database();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE look_up SET count = ? WHERE account = ?::uuid AND what = ?")) {
      update.setInt(1, count);
      update.setString(2, viewer.id());
      update.setString(3, what);
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer join(Person who, String group) {
    return who.rest().send("POST", LISTED + "/" + group + "/join", null);
  }

  private static String conversation(String group) {
    return "/api/conversations/" + group;
  }

  private static String listing(String group) {
    return conversation(group) + "/listing";
  }

  private static List<String> found(Person viewer, String query) {
    return values(viewer, query, "/group/id");
  }

  private static List<String> names(Person viewer, String query) {
    return values(viewer, query, "/group/name");
  }

  private static List<String> values(Person viewer, String query, String pointer) {
    List<String> values = new ArrayList<>();
    viewer
        .rest()
        .get(LISTED + query)
        .expect(200)
        .body()
        .path("items")
        .forEach(item -> values.add(item.at(pointer).asText()));
    return values;
  }

  private static int interest(Person person) {
    return person
        .rest()
        .get("/api/interests")
        .expect(200)
        .body()
        .at("/categories/0/interests/0/id")
        .asInt();
  }

  /** A word that nobody else uses. */
  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
  }
}
