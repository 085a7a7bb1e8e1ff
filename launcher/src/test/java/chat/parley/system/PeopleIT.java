package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles, interests, and finding people, over two instances. */
@ExtendWith(RunningParley.Extension.class)
class PeopleIT {

  private static final String PROFILE = "/api/account/profile";
  private static final String OWN_INTERESTS = "/api/account/interests";
  private static final String DISCOVERY = "/api/people/discovery";
  private static final List<String> FIELDS =
      List.of("displayName", "about", "birthDate", "gender", "links", "interests");

  @Test
  void eachFieldIsShownToWhomItsOwnerChose(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person stranger = parley.newPerson(2);
    Person pushy = parley.newPerson(2);
    Person contact = parley.newPerson(2);
    fill(owner);
    choose(owner, catalogue(owner, "Chess"));
    // To ask makes nobody a contact: the other has to agree.
    pushy.ask(owner, "We are friends, are we not?");
    contact.conversationWith(owner);
    for (String audience : List.of("everyone", "contacts", "nobody")) {
      show(owner, audience);
      boolean toAll = audience.equals("everyone");
      boolean toContacts = !audience.equals("nobody");

      assertThat(seen(stranger, owner)).as(audience).isEqualTo(toAll ? FIELDS : List.of());
      assertThat(seen(pushy, owner)).as(audience).isEqualTo(toAll ? FIELDS : List.of());
      assertThat(seen(contact, owner)).as(audience).isEqualTo(toContacts ? FIELDS : List.of());
      // Who looks at himself sees what everyone sees; his own data are elsewhere.
      assertThat(seen(owner, owner)).as(audience).isEqualTo(toAll ? FIELDS : List.of());
      assertThat(owner.rest().get(PROFILE).expect(200).text())
          .contains("1990-12-31", "Ada L.", "engines");
      for (Person each : List.of(stranger, pushy, contact)) {
        assertThat(each.rest().get(profileOf(owner)).expect(200).text()).doesNotContain("1990");
      }
    }
    assertThat(view(contact, owner).path("conversation").asBoolean()).isTrue();
    assertThat(view(pushy, owner).path("conversation").asBoolean()).isFalse();
    assertThat(view(stranger, owner).path("conversation").asBoolean()).isFalse();
  }

  @Test
  void aNewProfileShowsLittleAndAChangeIsSeenOnTheOtherInstance(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person viewer = parley.newPerson(2);
    JsonNode own = owner.rest().get(PROFILE).expect(200).body();
    assertThat(own.at("/visibility/displayName").asText()).isEqualTo("everyone");
    assertThat(own.at("/visibility/birthDate").asText()).isEqualTo("nobody");
    assertThat(own.at("/visibility/gender").asText()).isEqualTo("nobody");

    owner.rest().patch(PROFILE, Map.of("displayName", "First")).expect(200);
    assertThat(view(viewer, owner).path("displayName").asText()).isEqualTo("First");
    owner.rest().patch(PROFILE, Map.of("displayName", "Second", "birthDate", "")).expect(200);
    assertThat(view(viewer, owner).path("displayName").asText()).isEqualTo("Second");
    owner.rest().at(parley.url(2)).patch(PROFILE, Map.of("displayName", "")).expect(200);
    assertThat(view(viewer, owner).has("displayName")).isFalse();
    assertThat(owner.rest().get(PROFILE).expect(200).body().has("displayName")).isFalse();
  }

  @Test
  void whoIsNotToBeDiscoveredIsAnsweredLikeNobody(RunningParley parley) {
    Person hidden = parley.newPerson(1);
    Person viewer = parley.newPerson(2);
    Person known = parley.newPerson(2);
    int interest = added(parley, hidden, "Hiding");
    choose(viewer, interest);
    choose(hidden, interest);
    assertThat(found(viewer, "")).contains(hidden.id());
    known.conversationWith(hidden);
    hidden.rest().patch("/api/account/settings", Map.of("discoverable", false)).expect(200);

    RestClient.Answer real = viewer.rest().get(profileOf(hidden)).expect(404);
    RestClient.Answer none =
        viewer.rest().get("/api/people/" + UUID.randomUUID() + "/profile").expect(404);
    assertThat(withoutIds(real)).isEqualTo(withoutIds(none));
    assertThat(viewer.rest().get("/api/people/me/profile").expect(404).problem())
        .isEqualTo("not-found");
    known.rest().get(profileOf(hidden)).expect(200);
    assertThat(found(viewer, "")).doesNotContain(hidden.id());
    assertThat(found(viewer, "?interest=" + interest)).doesNotContain(hidden.id());
    String most = hidden.username().substring(0, hidden.username().length() - 1);
    assertThat(found(viewer, "?q=" + most)).doesNotContain(hidden.id());
    assertThat(viewer.rest().get("/api/people?username=" + most).expect(200).text())
        .doesNotContain(hidden.id());
    // Whoever was told the whole name finds the person.
    assertThat(found(viewer, "?q=" + hidden.username())).contains(hidden.id());
    assertThat(viewer.rest().get("/api/people?username=" + hidden.username()).expect(200).text())
        .contains(hidden.id());

    hidden.rest().patch("/api/account/settings", Map.of("discoverable", true)).expect(200);
    assertThat(found(viewer, "")).contains(hidden.id());
  }

  @Test
  void interestsAreChosenFromACatalogueWithAdditionsOfOnesOwn(RunningParley parley) {
    Person maker = parley.newPerson(1);
    Person other = parley.newPerson(2);
    JsonNode before = maker.rest().get(OWN_INTERESTS).expect(200).body();
    assertThat(before.path("asked").asBoolean()).isFalse();
    assertThat(before.path("interests")).isEmpty();
    JsonNode categories = maker.rest().get("/api/interests").expect(200).body().path("categories");
    assertThat(categories).hasSize(10);

    String name = "Ferrets " + maker.username();
    Map<String, Object> wish = Map.of("name", name, "category", "nature");
    JsonNode pending = maker.rest().post("/api/interests", wish).expect(201).body();
    int id = pending.path("id").asInt();
    assertThat(pending.path("pending").asBoolean()).isTrue();
    assertThat(maker.rest().post("/api/interests", wish).expect(200).body()).isEqualTo(pending);
    choose(maker, id, catalogue(maker, "Chess"));
    assertThat(maker.rest().at(parley.url(2)).get(OWN_INTERESTS).expect(200).text())
        .contains(name, "Chess", "\"asked\":true");
    assertThat(other.rest().get("/api/interests").expect(200).text()).doesNotContain(name);
    assertThat(other.rest().put(OWN_INTERESTS, Map.of("interests", List.of(id))).expect(400).text())
        .contains("/interests");
    assertThat(other.rest().get(profileOf(maker)).expect(200).text())
        .contains("Chess")
        .doesNotContain(name);

    approve(parley, id);
    assertThat(other.rest().get("/api/interests").expect(200).text()).contains(name);
    assertThat(other.rest().get(profileOf(maker)).expect(200).text()).contains(name);
    choose(other, id);
    assertThat(found(other, "")).containsExactly(maker.id());

    choose(other);
    JsonNode skipped = other.rest().get(OWN_INTERESTS).expect(200).body();
    assertThat(skipped.path("asked").asBoolean()).isTrue();
    assertThat(found(other, "")).isEmpty();
  }

  @Test
  void onlySoManyAdditionsWait(RunningParley parley) {
    Person maker = parley.newPerson(1);
    for (int i = 0; i < 10; i++) {
      maker.rest().post("/api/interests", wish(maker.username() + " " + i)).expect(201);
    }
    assertThat(
            maker
                .rest()
                .post("/api/interests", wish(maker.username() + " x"))
                .expect(409)
                .problem())
        .isEqualTo("too-many-pending-interests");
    choose(maker);
    maker.rest().post("/api/interests", wish(maker.username() + " x")).expect(201);
  }

  @Test
  void peopleWhoShareWhatIsRareComeFirst(RunningParley parley) {
    Person viewer = parley.newPerson(1);
    int rare = added(parley, viewer, "Rare");
    int common = added(parley, viewer, "Common");
    choose(viewer, rare, common);
    for (int i = 0; i < 6; i++) {
      choose(parley.newPerson(2), common);
    }
    Person both = parley.newPerson(2);
    choose(both, rare, common);
    Person sharesRare = parley.newPerson(1);
    choose(sharesRare, rare);

    List<String> likeViewer = found(viewer, "");
    assertThat(likeViewer).hasSize(8).doesNotContain(viewer.id());
    assertThat(likeViewer.subList(0, 2)).containsExactly(both.id(), sharesRare.id());
    assertThat(found(viewer, "?interest=" + rare + "&interest=" + common)).isEqualTo(likeViewer);
    assertThat(found(viewer, "?interest=" + rare)).containsExactly(sharesRare.id(), both.id());

    // The cards say what both have in common, and nothing about the rest.
    choose(both, rare, common, catalogue(both, "Chess"));
    both.rest().patch(PROFILE, Map.of("displayName", "Both", "gender", "secret")).expect(200);
    String page = viewer.rest().get(DISCOVERY + "?limit=1").expect(200).text();
    assertThat(page).contains("Both", "Rare", "Common").doesNotContain("Chess", "secret");
  }

  @Test
  void pagesHaveNoDoublesAndNoHolesWhilePeopleCome(RunningParley parley) {
    Person viewer = parley.newPerson(1);
    int one = added(parley, viewer, "One");
    int two = added(parley, viewer, "Two");
    choose(viewer, one, two);
    Set<String> there = new HashSet<>();
    for (int i = 0; i < 9; i++) {
      Person each = parley.newPerson(1 + i % 2);
      choose(each, i % 2 == 0 ? new Integer[] {one} : new Integer[] {one, two});
      there.add(each.id());
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    for (int turn = 0; !next.isEmpty() || turn == 0; turn++) {
      JsonNode page =
          viewer
              .rest()
              .at(parley.url(1 + turn % 2))
              .get(DISCOVERY + "?limit=2" + (next.isEmpty() ? "" : "&after=" + next))
              .expect(200)
              .body();
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      next = page.path("next").asText();
      choose(parley.newPerson(2), turn % 2 == 0 ? one : two);
    }
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void peopleAreFoundByNamesAndTextsThatEveryoneMaySee(RunningParley parley) {
    Person writer = parley.newPerson(1);
    Person viewer = parley.newPerson(2);
    String word = "zy" + UUID.randomUUID().toString().substring(24);
    String text = "qv" + UUID.randomUUID().toString().substring(24);
    writer
        .rest()
        .patch(
            PROFILE,
            Map.of(
                "displayName",
                "\u0416\u0430\u043d\u043d\u0430 " + word,
                "about",
                "Collects " + text + "stamps of the Alps."))
        .expect(200);
    // By default contacts alone may read the text.
    assertThat(found(viewer, "?q=" + word)).containsExactly(writer.id());
    assertThat(found(viewer, "?q=alps+" + text + "stam")).isEmpty();

    show(writer, "everyone");
    assertThat(found(viewer, "?q=alps+" + text + "stam")).containsExactly(writer.id());
    assertThat(found(viewer, "?q=" + word.substring(0, word.length() - 1) + "!"))
        .contains(writer.id());
    show(writer, "nobody");
    assertThat(found(viewer, "?q=" + word)).isEmpty();
    assertThat(found(viewer, "?q=" + writer.username())).containsExactly(writer.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?q=a",
        "?q=%00%00",
        "?q=%E2%80%AEab",
        "?interest=0",
        "?interest=-1",
        "?interest=1;DROP",
        "?interest=99999999999",
        "?limit=0",
        "?limit=201",
        "?after=",
        "?after=nonsense",
        "?after=AgAA",
        "?interest=1&interest=2&interest=3&interest=4&interest=5&interest=6&interest=7&interest=8"
            + "&interest=9&interest=10&interest=11"
      })
  void hostileSearchesAreRefused(String query, RunningParley parley) {
    assertThat(parley.newPerson(1).rest().get(DISCOVERY + query).expect(400).problem())
        .isEqualTo("invalid-input");
  }

  @Test
  void hostileProfilesAreRefusedAndChangeNothing(RunningParley parley) {
    Person owner = parley.newPerson(1);
    fill(owner);
    JsonNode before = owner.rest().get(PROFILE).expect(200).body();
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("/displayName", Map.of("displayName", "\u202egnp.exe"));
    wrong.put("/about", Map.of("about", "a\u0007b"));
    wrong.put("/birthDate", Map.of("birthDate", "2999-01-01"));
    wrong.put("/gender", Map.of("gender", "x".repeat(41)));
    wrong.put("/links/1", Map.of("links", List.of("https://a.example", "javascript:alert(1)")));
    wrong.put("/links", Map.of("links", Collections.nCopies(6, "https://a.example")));
    wrong.put("/visibility/about", Map.of("visibility", Map.of("about", "everybody")));
    wrong.put("/id", Map.of("id", UUID.randomUUID().toString()));
    wrong.put("/age", Map.of("age", 7));
    wrong.forEach(
        (pointer, body) ->
            assertThat(owner.rest().patch(PROFILE, body).expect(400).text()).contains(pointer));
    assertThat(owner.rest().get(PROFILE).expect(200).body()).isEqualTo(before);

    for (Object body :
        List.of(
            Map.of(),
            Map.of("interests", List.of("1")),
            Map.of("interests", List.of(2_000_000_000)),
            Map.of("interests", List.of(-1)),
            Map.of("interests", Collections.nCopies(31, 1)))) {
      owner.rest().put(OWN_INTERESTS, body).expect(400);
    }
    for (String name : List.of("x", "<script>", "a\u202eb", " ")) {
      owner.rest().post("/api/interests", wish(name)).expect(400);
    }
    owner.rest().post("/api/interests", Map.of("name", "Fine", "category", "nowhere")).expect(400);
    RestClient anonymous = parley.rest(1);
    for (String path : List.of(PROFILE, OWN_INTERESTS, DISCOVERY, "/api/interests")) {
      anonymous.get(path).expect(401);
    }
    anonymous.get(profileOf(owner)).expect(401);
  }

  @Test
  void whoLooksAtTooManyIsAskedToWait(RunningParley parley) {
    Person scraper = parley.newPerson(1);
    Person other = parley.newPerson(1);
    int looks = 0;
    RestClient.Answer answer = scraper.rest().get(profileOf(other));
    while (answer.status() == 200 && looks < 1_000) {
      looks++;
      answer = scraper.rest().get(looks % 2 == 0 ? DISCOVERY : profileOf(other));
    }
    assertThat(answer.expect(429).problem()).isEqualTo("too-many-requests");
    assertThat(answer.header("Retry-After")).isNotNull();
    assertThat(looks).isGreaterThanOrEqualTo(120);
    other.rest().get(DISCOVERY).expect(200);
  }

  @Test
  void aDumpOfTheDatabaseShowsNoBirthDate(RunningParley parley) throws SQLException {
    Person owner = parley.newPerson(1);
    owner
        .rest()
        .patch(PROFILE, Map.of("birthDate", "1931-07-23", "displayName", "Findable"))
        .expect(200);
    byte[] plain = "1931-07-23".getBytes(StandardCharsets.US_ASCII);
    try (Connection database = parley.database();
        PreparedStatement select =
            database.prepareStatement(
                "SELECT to_jsonb(p)::text, p.birth_date, position(? IN p.birth_date)"
                    + " FROM profile p WHERE account = ?::uuid")) {
      select.setBytes(1, plain);
      select.setString(2, owner.id());
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).contains("Findable").doesNotContain("1931", "07-23");
        assertThat(row.getBytes(2)).hasSizeGreaterThan(plain.length);
        assertThat(row.getInt(3)).isZero();
      }
    }
  }

  private static void fill(Person owner) {
    owner
        .rest()
        .patch(
            PROFILE,
            Map.of(
                "displayName",
                "Ada L.",
                "about",
                "Numbers and engines.",
                "birthDate",
                "1990-12-31",
                "gender",
                "woman",
                "links",
                List.of("https://example.org/ada")))
        .expect(200);
  }

  private static void show(Person owner, String audience) {
    Map<String, Object> all = new LinkedHashMap<>();
    FIELDS.forEach(field -> all.put(field, audience));
    owner.rest().patch(PROFILE, Map.of("visibility", all)).expect(200);
  }

  /** Which of the fields a person is shown. */
  private static List<String> seen(Person viewer, Person owner) {
    JsonNode view = view(viewer, owner);
    return FIELDS.stream()
        .filter(
            field -> {
              JsonNode shown = view.path(field.equals("birthDate") ? "ageBand" : field);
              return shown.isTextual() || !shown.isEmpty();
            })
        .toList();
  }

  private static JsonNode view(Person viewer, Person owner) {
    return viewer.rest().get(profileOf(owner)).expect(200).body();
  }

  private static String profileOf(Person person) {
    return "/api/people/" + person.id() + "/profile";
  }

  private static Map<String, Object> wish(String name) {
    return Map.of("name", name, "category", "games");
  }

  private static void choose(Person person, Integer... interests) {
    person.rest().put(OWN_INTERESTS, Map.of("interests", List.of(interests))).expect(200);
  }

  private static int catalogue(Person person, String name) {
    JsonNode catalogue = person.rest().get("/api/interests").expect(200).body();
    for (JsonNode category : catalogue.path("categories")) {
      for (JsonNode interest : category.path("interests")) {
        if (interest.path("name").asText().equals(name)) {
          return interest.path("id").asInt();
        }
      }
    }
    throw new AssertionError(name + " is not in the catalogue");
  }

  /** A new interest of everybody's, whose name begins so. */
  private static int added(RunningParley parley, Person maker, String name) {
    int id =
        maker
            .rest()
            .post("/api/interests", wish(name + " " + maker.username()))
            .expect(201)
            .body()
            .path("id")
            .asInt();
    approve(parley, id);
    return id;
  }

  private static void approve(RunningParley parley, int interest) {
    try (Connection database = parley.database();
        Statement statement = database.createStatement()) {
      statement.execute("SELECT parley_approve_interest(" + interest + ")");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ids of those who are found, in their order, on the first page. */
  private static List<String> found(Person viewer, String query) {
    JsonNode body =
        viewer
            .rest()
            .get(DISCOVERY + query + (query.isEmpty() ? "?" : "&") + "limit=50")
            .expect(200)
            .body();
    List<String> ids = new ArrayList<>();
    body.path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private static List<String> withoutIds(RestClient.Answer answer) {
    Set<String> headers = new TreeSet<>(answer.headers().map().keySet());
    return List.of(
        answer.text().replaceAll("urn:uuid:[^\"]*", "urn:uuid"), String.join(",", headers));
  }
}
