package chat.parley.testing;

import chat.parley.keys.MlsDevice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The device of a person, with its key registered. */
public record KeyedDevice(Person person, MlsDevice mls) {

  /** Registers a new key for the device of a person. */
  public static KeyedDevice of(Person person) {
    KeyedDevice made = new KeyedDevice(person, MlsDevice.of(person.id(), person.device()));
    made.register().expect(204);
    return made;
  }

  /** Registers the key. */
  public RestClient.Answer register() {
    return person.rest().put("/api/device-key", Map.of("signatureKey", mls.signatureKey()));
  }

  /** Publishes so many KeyPackages. */
  public RestClient.Answer publish(int count) {
    return publish(Stream.generate(mls::keyPackage).limit(count).toList());
  }

  /** Publishes these. */
  public RestClient.Answer publish(List<String> keyPackages) {
    return person.rest().post("/api/key-packages", Map.of("keyPackages", keyPackages));
  }

  /** Commits, with a Welcome for these when it has one. */
  public RestClient.Answer commit(
      String conversation, MlsDevice.Commit made, KeyedDevice... welcomed) {
    return commit(person.rest(), conversation, Talk.cid(), made, welcomed);
  }

  /** The same by any client and under this key. */
  public RestClient.Answer commit(
      RestClient client,
      String conversation,
      String cid,
      MlsDevice.Commit made,
      KeyedDevice... welcomed) {
    String welcome = made.welcome();
    return client
        .withHeader("Idempotency-Key", cid)
        .post(
            "/api/conversations/" + conversation + "/commits",
            Map.of(
                "epoch",
                made.epoch(),
                "commit",
                made.commit(),
                "groupInfo",
                made.groupInfo(),
                "welcomes",
                welcome == null || welcomed.length == 0
                    ? List.of()
                    : List.of(
                        Map.of(
                            "devices",
                            Arrays.stream(welcomed).map(each -> each.person().device()).toList(),
                            "welcome",
                            welcome))));
  }

  /** Asks for the Welcome of this device. */
  public RestClient.Answer welcome(String conversation) {
    return person.rest().get("/api/conversations/" + conversation + "/welcome");
  }

  /** The newest epoch, with the GroupInfo. */
  public RestClient.Answer group(String conversation) {
    return person.rest().get("/api/conversations/" + conversation + "/mls");
  }
}
