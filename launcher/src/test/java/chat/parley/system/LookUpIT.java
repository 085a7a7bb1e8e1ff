package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.ContractWallet;
import chat.parley.testing.NameRegistry;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding one person by exactly what he is called, and not finding who does not want it. */
@ExtendWith(RunningParley.Extension.class)
class LookUpIT {

  private static final String LOOK_UP = "/api/people/look-up";
  private static final String SETTINGS = "/api/account/settings";

  @Test
  void whoAllowsItIsFoundByHisVerifiedAddressAndNobodyElseIs(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person viewer = parley.newPerson(2);
    String address = "Ada." + UUID.randomUUID() + "@Example.org";
    owner.rest().put("/api/account/email", Map.of("email", address)).expect(200);
    allow(owner, "foundByEmail", "everyone");
    assertThat(find(viewer, address)).as("it waits to be verified").isEmpty();
    String kept = address.replace("@Example", "@example");
    String token = parley.mailBox().await(kept, 1).get(0).token();
    parley.rest(2).post("/api/email-verifications", Map.of("token", token)).expect(200);

    for (String written : List.of(address, address.toLowerCase(Locale.ROOT), " " + address + " ")) {
      assertThat(find(viewer, written)).containsExactly(owner.id());
      assertThat(find(at(parley, viewer, 1), written)).containsExactly(owner.id());
    }
    assertThat(find(owner, address)).as("nobody finds himself").isEmpty();

    allow(owner, "foundByEmail", "nobody");
    Answer hidden = lookUp(viewer.rest(), address).expect(200);
    Answer unknown = lookUp(viewer.rest(), "nobody." + address).expect(200);
    assertThat(hidden.text()).isEqualTo(unknown.text());
    assertThat(hidden.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
  }

  private static RestClient registered(RunningParley parley, Wallet wallet) {
    RestClient anonymous = parley.rest(1);
    return anonymous.withToken(
        anonymous
            .post(
                "/api/auth/wallet/register",
                Map.of(
                    "registration",
                    wallet.registration(anonymous),
                    "username",
                    "w" + UUID.randomUUID().toString().substring(0, 12),
                    "tokenDelivery",
                    "body"))
            .expect(201)
            .body()
            .path("accessToken")
            .asText());
  }

  @Test
  void whoAllowsItIsFoundByHisWalletInEveryFormOfItsAddress(RunningParley parley) {
    Wallet wallet = Wallet.fresh();
    RestClient owner = registered(parley, wallet);
    JsonNode account = owner.get("/api/account").expect(200).body();
    String id = account.path("id").asText();
    String address = account.path("wallets").path(0).asText();
    Person viewer = parley.newPerson(2);
    assertThat(find(viewer, address)).as("nobody is, who has not said so").isEmpty();
    owner.patch(SETTINGS, Map.of("foundByWallet", "everyone")).expect(200);

    String digits = address.substring(2);
    for (String written :
        List.of(
            address,
            "0x" + digits.toLowerCase(Locale.ROOT),
            "0x" + digits.toUpperCase(Locale.ROOT))) {
      assertThat(find(viewer, written)).as(written).containsExactly(id);
    }
    assertRefused(lookUp(viewer.rest(), "0x" + swapped(digits)), "wallet-checksum");
  }

  @Test
  void aNameOfTheChainFindsWhomItsWalletFinds(RunningParley parley) {
    Wallet wallet = Wallet.fresh();
    RestClient owner = registered(parley, wallet);
    String id = owner.get("/api/account").expect(200).body().path("id").asText();
    String name = "ada-" + UUID.randomUUID() + ".eth";
    String nobodys = "bob-" + UUID.randomUUID() + ".eth";
    String misled = "cyd-" + UUID.randomUUID() + ".eth";
    NameRegistry names =
        new NameRegistry(parley.chain())
            .with(name, wallet.address())
            .with(nobodys, Wallet.fresh().address());
    Person viewer = parley.newPerson(2);
    assertThat(find(viewer, name)).as("nobody is, who has not said so").isEmpty();
    owner.patch(SETTINGS, Map.of("foundByWallet", "everyone")).expect(200);

    assertThat(find(viewer, name)).containsExactly(id);
    assertThat(find(viewer, " " + name.toUpperCase(Locale.ROOT))).containsExactly(id);
    assertThat(find(viewer, "sub." + name)).isEmpty();
    assertThat(find(viewer, nobodys)).isEmpty();
    assertThat(find(viewer, "nobody-" + name)).isEmpty();
    for (ContractWallet.Misfit resolver : ContractWallet.Misfit.values()) {
      names.resolvedBy(misled, resolver.on(parley.chain()));
      assertThat(find(viewer, misled)).as(resolver.name()).isEmpty();
    }
    // The name now stands for another wallet.
    names.with(name, Wallet.fresh().address());
    assertThat(find(viewer, name)).isEmpty();
  }

  @Test
  void aUserNameFindsWhoIsNotDiscoverableUnlessHeWantsThatNeither(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person viewer = parley.newPerson(2);
    owner.rest().patch(SETTINGS, Map.of("discoverable", false)).expect(200);
    String name = owner.username();
    for (String written : List.of(name, name.toUpperCase(Locale.ROOT), "@" + name)) {
      assertThat(find(viewer, written)).containsExactly(owner.id());
    }

    allow(owner, "foundByUsername", "nobody");

    Answer hidden = lookUp(viewer.rest(), name).expect(200);
    assertThat(hidden.text())
        .isEqualTo(lookUp(viewer.rest(), "zz" + name.substring(2)).expect(200).text());
    assertProblem(viewer.rest().get("/api/users/" + name), 404, "not-found");
    assertThat(viewer.rest().get("/api/people?username=" + name).expect(200).text())
        .doesNotContain(owner.id());
    assertThat(viewer.rest().get("/api/people/discovery?q=" + name).expect(200).text())
        .doesNotContain(owner.id());
    viewer.rest().get("/api/users/" + owner.id()).expect(200);
    owner.rest().get("/api/users/" + name).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "0x12, wallet-form",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD, wallet-checksum",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedff, wallet-form",
    "ada..eth, name-form",
    "\u0430da.ETH, name-form",
    "xn--da-7ka.eth, name-form",
    "ada@, email-form",
    "ada@localhost, email-form",
    "a b@example.org, email-form",
    "@, username-form",
    "no, username-form",
    "ada; DROP TABLE account, username-form"
  })
  void whatNobodyCanBeCalledIsRefusedWithItsReason(
      String query, String reason, RunningParley parley) {
    assertRefused(lookUp(parley.newPerson(1).rest(), query), reason);
  }

  @Test
  void anEmptyOrEndlessQueryIsRefused(RunningParley parley) {
    RestClient viewer = parley.newPerson(1).rest();
    assertProblem(lookUp(viewer, " "), 400, "invalid-input");
    assertProblem(lookUp(viewer, "a".repeat(257)), 400, "invalid-input");
    assertProblem(viewer.post(LOOK_UP, Map.of()), 400, "invalid-input");
  }

  @Test
  void whoAsksForManyIsToldWhenToComeBackOnBothInstances(RunningParley parley) {
    Person scraper = parley.newPerson(1);
    Person other = parley.newPerson(1);
    lookUp(scraper.rest(), "somebody").expect(200);
    count(parley, scraper, 199);
    lookUp(scraper.rest(), "somebody").expect(200);
    for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
      Answer refused = lookUp(at(parley, scraper, instance).rest(), "somebody");
      assertProblem(refused, 429, "too-many-requests");
      assertThat(Long.parseLong(String.valueOf(refused.header("Retry-After"))))
          .isBetween(1L, 86_400L);
    }
    lookUp(other.rest(), "somebody").expect(200);
  }

  @Test
  void settingsAreToldToOneselfAndBeginClosed(RunningParley parley) {
    Person person = parley.newPerson(1);
    JsonNode before = person.rest().get(SETTINGS).expect(200).body();
    assertThat(before.path("foundByEmail").asText()).isEqualTo("nobody");
    assertThat(before.path("foundByWallet").asText()).isEqualTo("nobody");
    assertThat(before.path("foundByUsername").asText()).isEqualTo("everyone");
    allow(person, "foundByWallet", "everyone");
    JsonNode after = at(parley, person, 2).rest().get(SETTINGS).expect(200).body();
    assertThat(after.path("foundByEmail").asText()).isEqualTo("nobody");
    assertThat(after.path("foundByWallet").asText()).isEqualTo("everyone");
    assertProblem(
        person.rest().patch(SETTINGS, Map.of("foundByEmail", "contacts")), 400, "invalid-input");
  }

  /** Somebody at an instance. */
  private record Caller(RestClient rest) {}

  private static Caller at(RunningParley parley, Person person, int instance) {
    return new Caller(person.rest().at(parley.url(instance)));
  }

  private static void allow(Person person, String setting, String audience) {
    person.rest().patch(SETTINGS, Map.of(setting, audience)).expect(200);
  }

  private static List<String> find(Person viewer, String query) {
    return find(new Caller(viewer.rest()), query);
  }

  private static List<String> find(Caller viewer, String query) {
    JsonNode answer = lookUp(viewer.rest(), query).expect(200).body();
    assertThat(answer.has("next")).isFalse();
    List<String> ids = new ArrayList<>();
    answer.path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private static Answer lookUp(RestClient viewer, String query) {
    return viewer.post(LOOK_UP, Map.of("query", query));
  }

  private static void assertRefused(Answer answer, String reason) {
    assertProblem(answer, 400, "look-up-refused");
    assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
  }

  private static void count(RunningParley parley, Person person, int count) {
    try (var connection = parley.database();
        var update =
            connection.prepareStatement("UPDATE look_up SET count = ? WHERE account = ?::uuid")) {
      update.setInt(1, count);
      update.setString(2, person.id());
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The digits with the case of their first letter changed. */
  private static String swapped(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      char each = digits.charAt(i);
      if (Character.isLetter(each)) {
        char other =
            Character.isUpperCase(each) ? Character.toLowerCase(each) : Character.toUpperCase(each);
        return digits.substring(0, i) + other + digits.substring(i + 1);
      }
    }
    throw new IllegalStateException("an address without letters");
  }
}
