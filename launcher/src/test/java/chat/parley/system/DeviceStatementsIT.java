package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AccountSigner;
import chat.parley.testing.KeyedDevice;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What accounts say of their devices, wallets of accounts, and people of people. */
@ExtendWith(RunningParley.Extension.class)
class DeviceStatementsIT {

  private static final String WALLET = "/api/account-key/wallet";
  private static final String VERIFICATIONS = "/api/account-key/verifications";

  private KeyedDevice alice;
  private KeyedDevice bob;
  private String group;

  @BeforeEach
  void twoInAGroup(RunningParley parley) {
    alice = KeyedDevice.of(parley.newPerson(1));
    bob = KeyedDevice.of(parley.newPerson(2));
    group =
        alice
            .person()
            .rest()
            .post(
                "/api/groups",
                Map.of("name", "Walks", "kind", "e2ee", "members", List.of(bob.person().id())))
            .expect(201)
            .body()
            .path("id")
            .asText();
  }

  private JsonNode page() {
    return bob.person().rest().get("/api/conversations/" + group + "/devices").expect(200).body();
  }

  private static JsonNode find(JsonNode list, String field, String id) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.path(field).asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " in " + list));
  }

  private JsonNode statement(KeyedDevice device) {
    return find(page().path("items"), "device", device.person().device()).path("statement");
  }

  @Test
  void aStatementIsToldToWhoSharesAConversationOnAnotherInstance() {
    assertThat(statement(alice).isMissingNode()).isTrue();
    AccountSigner account = AccountSigner.of(alice.person());
    account.state(alice).expect(204);

    JsonNode stated = statement(alice);
    assertThat(stated.path("accountKey").asText()).isEqualTo(account.key());
    assertThat(stated.path("signature").asText()).hasSize(86);
    assertThat(find(page().path("accounts"), "account", alice.person().id()).path("key").asText())
        .isEqualTo(account.key());
    assertThat(statement(bob).isMissingNode()).isTrue();

    account.state(alice).expect(204);
    assertThat(statement(alice)).as("what was stated first stays").isEqualTo(stated);
  }

  @Test
  void whatTheKeyOfTheAccountHasNotSignedForThisDeviceIsRefused() {
    AccountSigner account = AccountSigner.of(alice.person());
    Map<String, Object> moved = account.statement(bob, 17);
    assertThat(put(alice, moved)).isEqualTo("statement-invalid");
    Map<String, Object> changed = new HashMap<>(account.statement(alice, 17));
    changed.put("at", 18);
    assertThat(put(alice, changed)).isEqualTo("statement-invalid");
    assertThat(put(alice, AccountSigner.fresh().statement(alice, 17)))
        .isEqualTo("account-key-changed");
    assertThat(statement(alice).isMissingNode()).isTrue();
  }

  private static String put(KeyedDevice device, Map<String, Object> statement) {
    return device.person().rest().put("/api/device-key/statement", statement).problem();
  }

  @Test
  void aStatementEndsWithTheKeyOfTheDeviceAndWithThatOfTheAccount() {
    AccountSigner account = AccountSigner.of(alice.person());
    account.state(alice).expect(204);
    KeyedDevice anew = KeyedDevice.of(alice.person());
    assertThat(statement(alice).isMissingNode()).isTrue();

    account.state(anew).expect(204);
    assertThat(statement(alice).isMissingNode()).isFalse();
    AccountSigner next = AccountSigner.fresh();
    alice
        .person()
        .rest()
        .put("/api/account-key", Map.of("key", next.key(), "replaces", account.key()))
        .expect(204);
    assertThat(statement(alice).isMissingNode()).isTrue();
    assertThat(find(page().path("accounts"), "account", alice.person().id()).path("key").asText())
        .isEqualTo(next.key());
  }

  @Test
  void theKeyOfADeviceThatIsGoneIsToldToWhoReadsWhatItWrote(RunningParley parley) {
    AccountSigner account = AccountSigner.of(alice.person());
    account.state(alice).expect(204);
    JsonNode before = find(page().path("items"), "device", alice.person().device());
    assertThat(former(bob, alice).path("items")).as("it is not gone").isEmpty();

    alice.person().rest().delete("/api/sessions/" + alice.person().session()).expect(204);

    assertThat(page().path("items")).hasSize(1);
    JsonNode found = former(bob, alice, KeyedDevice.of(parley.newPerson(1)));
    assertThat(found.path("items")).containsExactly(before);
    assertThat(find(found.path("accounts"), "account", alice.person().id()).path("key").asText())
        .isEqualTo(account.key());
    Person stranger = parley.newPerson(2);
    assertThat(formerOf(stranger, group, alice.person().device()).problem()).isEqualTo("not-found");
    String elsewhere =
        stranger
            .rest()
            .post("/api/groups", Map.of("name", "Ours", "kind", "e2ee", "members", List.of()))
            .expect(201)
            .body()
            .path("id")
            .asText();
    assertThat(
            formerOf(stranger, elsewhere, alice.person().device()).expect(200).body().path("items"))
        .as("in a conversation that its person was never in")
        .isEmpty();
  }

  @Test
  void theKeyOfADeviceOfSomebodyWhoHasLeftIsToldAsWell() {
    AccountSigner.of(alice.person()).state(alice).expect(204);
    JsonNode before = find(page().path("items"), "device", alice.person().device());
    String members = "/api/groups/" + group + "/members/";
    alice
        .person()
        .rest()
        .put(members + bob.person().id() + "/role", Map.of("role", "owner"))
        .expect(204);
    alice.person().rest().delete(members + alice.person().id()).expect(204);
    assertThat(page().path("items")).hasSize(1);
    assertThat(former(bob, alice).path("items")).containsExactly(before);
  }

  @Test
  void whoAsksForNoDeviceForTooManyOrForWhatIsNoneIsToldSo() {
    String path = "/api/conversations/" + group + "/former-devices";
    String device = alice.person().device();
    for (String query :
        List.of("", "?device=", "?device=me", "?device=" + device + "&device=x", many(51))) {
      RestClient.Answer answer = bob.person().rest().get(path + query).expect(400);
      assertThat(answer.body().path("errors").path(0).path("pointer").asText())
          .isEqualTo("/device");
    }
    bob.person().rest().get(path + many(50)).expect(200);
  }

  private static String many(int count) {
    return Stream.generate(() -> "device=" + UUID.randomUUID())
        .limit(count)
        .collect(Collectors.joining("&", "?", ""));
  }

  private JsonNode former(KeyedDevice caller, KeyedDevice... wanted) {
    String[] devices = Stream.of(wanted).map(each -> each.person().device()).toArray(String[]::new);
    return formerOf(caller.person(), group, devices).expect(200).body();
  }

  private static RestClient.Answer formerOf(Person caller, String conversation, String... devices) {
    String query = Stream.of(devices).map("device="::concat).collect(Collectors.joining("&"));
    return caller.rest().get("/api/conversations/" + conversation + "/former-devices?" + query);
  }

  @Test
  void aLinkedWalletVouchesForTheKeyUntilItIsUnlinked() {
    Person person = alice.person();
    AccountSigner account = AccountSigner.of(person);
    Wallet wallet = Wallet.fresh();
    Map<String, Object> wish = vouching(wallet, person, account.key());
    assertThat(person.rest().put(WALLET, wish).problem())
        .as("it is not linked")
        .isEqualTo("wallet-binding-invalid");
    link(person, wallet);
    person.rest().put(WALLET, wish).expect(204);
    JsonNode told = find(page().path("accounts"), "account", person.id()).path("wallet");
    assertThat(told.path("address").asText()).isEqualTo(wallet.address());
    assertThat(told.path("signature")).hasToString('"' + wish.get("signature").toString() + '"');

    Map<String, Object> stolen = new HashMap<>(wish);
    stolen.put("signature", vouching(Wallet.fresh(), person, account.key()).get("signature"));
    assertThat(person.rest().put(WALLET, stolen).problem()).isEqualTo("wallet-binding-invalid");
    assertThat(
            person
                .rest()
                .put(WALLET, vouching(wallet, person, AccountSigner.fresh().key()))
                .problem())
        .isEqualTo("account-key-changed");

    person.rest().delete("/api/account/credentials/wallets/" + wallet.address()).expect(204);
    assertThat(find(page().path("accounts"), "account", person.id()).path("wallet").isMissingNode())
        .isTrue();
  }

  private static void link(Person person, Wallet wallet) {
    JsonNode challenge =
        person.rest().post("/api/account/credentials/wallet-nonces", Map.of()).expect(201).body();
    person.rest().post("/api/account/credentials/wallets", wallet.answer(challenge)).expect(200);
  }

  private static Map<String, Object> vouching(Wallet wallet, Person person, String key) {
    String json =
        """
        {"types": {
           "EIP712Domain": [
             {"name": "name", "type": "string"}, {"name": "version", "type": "string"}],
           "Vouch": [
             {"name": "purpose", "type": "string"}, {"name": "wallet", "type": "address"},
             {"name": "account", "type": "string"}, {"name": "key", "type": "string"}]},
         "primaryType": "Vouch",
         "domain": {"name": "Parley", "version": "1"},
         "message": {
           "purpose": "This wallet vouches for the key of my Parley account. People I talk to can see this address.",
           "wallet": "%s", "account": "%s", "key": "%s"}}
        """
            .formatted(wallet.address(), person.id(), key);
    return Map.of(
        "key", key, "address", wallet.address(), "chain", 1, "signature", wallet.signTyped(json));
  }

  @Test
  void whomAPersonHasVerifiedIsKeptInTheOrderOfItsVersions() {
    Person person = alice.person();
    assertThat(keep(person, 1)).as("without a key").isEqualTo("verifications-conflict");
    AccountSigner.of(person);
    person.rest().get(VERIFICATIONS).expect(204);
    person.rest().put(VERIFICATIONS, Map.of("version", 1, "sealed", "AAAA")).expect(204);
    assertThat(keep(person, 1)).isEqualTo("verifications-conflict");
    assertThat(keep(person, 3)).isEqualTo("verifications-conflict");
    person.rest().put(VERIFICATIONS, Map.of("version", 2, "sealed", "AAEC")).expect(204);
    JsonNode kept = person.rest().get(VERIFICATIONS).expect(200).body();
    assertThat(kept.path("version").asLong()).isEqualTo(2);
    assertThat(kept.path("sealed").asText()).isEqualTo("AAEC");
  }

  private static String keep(Person person, int version) {
    return person.rest().put(VERIFICATIONS, Map.of("version", version, "sealed", "AAAA")).problem();
  }
}
