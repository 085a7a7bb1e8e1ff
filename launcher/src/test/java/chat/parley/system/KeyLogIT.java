package chat.parley.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.platform.WireBytes;
import chat.parley.testing.AccountSigner;
import chat.parley.testing.AtOnce;
import chat.parley.testing.KeyedDevice;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.trust.LogProofs;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The log of keys on two instances: one order, proofs that hold, and nothing for strangers. */
@ExtendWith(RunningParley.Extension.class)
class KeyLogIT {

  private static final String X509 = "302a300506032b6570032100";

  private record Checkpoint(
      String origin, long size, WireBytes hash, String note, String verifier) {

    byte[] root() {
      return hash.bytes();
    }
  }

  private static Checkpoint checkpoint(RestClient client) {
    JsonNode body = client.get("/api/key-log/checkpoint").expect(200).body();
    String note = body.path("note").asText();
    List<String> lines = note.lines().toList();
    return new Checkpoint(
        lines.get(0),
        Long.parseLong(lines.get(1)),
        WireBytes.of(Base64.getDecoder().decode(lines.get(2))),
        note,
        body.path("keys").path(0).asText());
  }

  private static List<byte[]> proof(RestClient client, String path) {
    return StreamSupport.stream(
            client
                .get("/api/key-log/proofs/" + path)
                .expect(200)
                .body()
                .path("hashes")
                .spliterator(),
            false)
        .map(hash -> Base64.getUrlDecoder().decode(hash.asText()))
        .toList();
  }

  private static List<JsonNode> entries(Person by, Person about) {
    List<JsonNode> entries = new ArrayList<>();
    by.rest()
        .get("/api/key-log/accounts/" + about.id())
        .expect(200)
        .body()
        .path("entries")
        .forEach(entries::add);
    return entries;
  }

  /** Until all that is said of a person has its place. */
  private static List<JsonNode> placed(Person person) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> entries(person, person).stream().allMatch(each -> each.has("place")));
    return entries(person, person);
  }

  private static void requireIncluded(RestClient client, JsonNode entry, Checkpoint checkpoint) {
    long place = entry.path("place").asLong();
    assertThat(
            LogProofs.isIncluded(
                LogProofs.leaf(
                    Base64.getUrlDecoder().decode(entry.path("salt").asText()),
                    entry.path("content").asText().getBytes(UTF_8)),
                place,
                checkpoint.size(),
                proof(client, "inclusion?place=" + place + "&size=" + checkpoint.size()),
                checkpoint.root()))
        .as(entry.toString())
        .isTrue();
  }

  @Test
  void whatManyStateAtOnceOnTwoInstancesStandsInOneOrderThatProvesItself(RunningParley parley)
      throws GeneralSecurityException {
    Person asker = parley.newPerson(1);
    AccountSigner.of(asker);
    placed(asker);
    Checkpoint before = checkpoint(asker.rest());
    List<KeyedDevice> devices =
        IntStream.range(0, 8).mapToObj(i -> KeyedDevice.of(parley.newPerson(1 + i % 2))).toList();
    AtOnce.times(
        devices.size(),
        i -> AccountSigner.of(devices.get(i).person()).state(devices.get(i)).expect(204));

    List<JsonNode> all =
        devices.stream().flatMap(device -> placed(device.person()).stream()).toList();
    assertThat(all).hasSize(16);
    assertThat(all.stream().map(each -> each.path("place").asLong())).doesNotHaveDuplicates();
    RestClient other = devices.get(1).person().rest();
    Checkpoint after = checkpoint(other);
    assertThat(after.origin()).isEqualTo(before.origin());
    assertThat(after.size()).isGreaterThanOrEqualTo(before.size() + 16);
    all.forEach(entry -> requireIncluded(other, entry, after));
    assertThat(
            LogProofs.isConsistent(
                before.size(),
                before.root(),
                after.size(),
                after.root(),
                proof(other, "consistency?from=" + before.size() + "&to=" + after.size())))
        .isTrue();
    assertThat(isSigned(after)).isTrue();
  }

  private static boolean isSigned(Checkpoint checkpoint) throws GeneralSecurityException {
    int end = checkpoint.note().indexOf("\n\n") + 1;
    String signature = checkpoint.note().substring(end + 1).lines().findFirst().orElseThrow();
    byte[] signed = Base64.getDecoder().decode(signature.substring(signature.lastIndexOf(' ') + 1));
    // Name, id of eight digits, and key, which may have a plus sign in it, too.
    int keyAt = checkpoint.origin().length() + 10;
    byte[] key = Base64.getDecoder().decode(checkpoint.verifier().substring(keyAt));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    HexFormat.of()
                        .parseHex(
                            X509 + HexFormat.of().formatHex(Arrays.copyOfRange(key, 1, 33))))));
    verifier.update(checkpoint.note().substring(0, end).getBytes(UTF_8));
    return signature.startsWith("\u2014 " + checkpoint.origin() + " ")
        && verifier.verify(Arrays.copyOfRange(signed, 4, 68));
  }

  @Test
  void theLogTellsOfAnAccountToItsOwnerAndToWhoSharesAConversation(RunningParley parley) {
    KeyedDevice alice = KeyedDevice.of(parley.newPerson(1));
    Person bob = parley.newPerson(2);
    AccountSigner.of(alice.person()).state(alice).expect(204);
    bob.rest().get("/api/key-log/accounts/" + alice.person().id()).expect(404);
    bob.rest().get("/api/key-log/accounts/" + UUID.randomUUID()).expect(404);
    bob.conversationWith(alice.person());

    assertThat(entries(bob, alice.person()))
        .extracting(entry -> entry.path("content").asText().lines().toList().get(1))
        .containsExactly("account-key", "device");
    alice
        .person()
        .rest()
        .post("/api/auth/logout", Map.of("refreshToken", alice.person().refreshToken()))
        .expect(204);
    assertThat(entries(bob, alice.person()))
        .extracting(entry -> entry.path("content").asText().lines().toList().get(1))
        .containsExactly("account-key", "device", "device-gone");
  }

  @Test
  void whatIsErasedLeavesItsLeavesAndTheLogAsItWas(RunningParley parley) {
    KeyedDevice gone = KeyedDevice.of(parley.newPerson(1));
    Person witness = parley.newPerson(2);
    AccountSigner.of(gone.person()).state(gone).expect(204);
    AccountSigner.of(witness);
    placed(witness);
    List<JsonNode> known = placed(gone.person());
    Checkpoint before = checkpoint(witness.rest());
    YourDataIT.delete(parley, 2, gone.person()).expect(204);
    YourDataIT.awaitErased(parley, gone.person());
    assertThat(
            YourDataIT.count(
                parley,
                "SELECT count(*) FROM key_log_entry WHERE account = ?",
                UUID.fromString(gone.person().id())))
        .isZero();
    AccountSigner.of(parley.newPerson(1));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> checkpoint(witness.rest()).size() > before.size());

    Checkpoint after = checkpoint(witness.rest());
    known.forEach(entry -> requireIncluded(witness.rest(), entry, after));
    assertThat(
            LogProofs.isConsistent(
                before.size(),
                before.root(),
                after.size(),
                after.root(),
                proof(witness.rest(), "consistency?from=" + before.size() + "&to=" + after.size())))
        .isTrue();
  }

  @Test
  void whatCannotBeProvenIsRefused(RunningParley parley) {
    RestClient client = parley.newPerson(1).rest();
    long size = checkpoint(client).size();
    for (String path :
        List.of(
            "inclusion?place=0&size=" + (size + 1_000_000),
            "inclusion?place=1&size=1",
            "inclusion?place=-1&size=1",
            "inclusion?place=0",
            "consistency?from=0&to=1",
            "consistency?from=2&to=1",
            "consistency?from=1&to=" + (size + 1_000_000),
            "consistency?from=a&to=1")) {
      assertThat(client.get("/api/key-log/proofs/" + path).status()).as(path).isEqualTo(400);
    }
  }
}
