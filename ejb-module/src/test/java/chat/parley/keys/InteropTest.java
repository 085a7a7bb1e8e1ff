package chat.parley.keys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Two libraries of MLS understand each other: a group of two that the one has made is followed by
 * the other. What the web app's library made comes from {@code
 * frontend/scripts/make-interop-vector.js}; what this one makes, its tests follow, see {@link
 * #main}.
 */
class InteropTest {

  private static final String CONVERSATION = "00000000-0000-7000-8000-00000000000c";
  private static final List<String> TEXTS =
      List.of("hello", "Grüße aus dem nächsten Abschnitt 🗝️");

  @Test
  void aGroupOfTheWebAppsLibraryIsFollowed() throws IOException {
    try (InputStream in = InteropTest.class.getResourceAsStream("by-ts-mls.json");
        JsonReader reader = Json.createReader(Objects.requireNonNull(in))) {
      follow(reader.readObject());
    }
  }

  @Test
  void andSoIsOneThatWasMadeHere() {
    follow(made());
  }

  private static void follow(JsonObject vector) {
    MlsDevice device =
        MlsDevice.withSecrets(
            vector.getString("keyPackage"),
            vector.getString("signatureKey"),
            vector.getString("encryptionKey"),
            vector.getString("initKey"));
    device.enter(vector.getString("welcome"));
    JsonArray epochs = vector.getJsonArray("epochs");
    assertThat(epochs).hasSize(2);
    for (JsonObject epoch : epochs.getValuesAs(JsonObject.class)) {
      if (epoch.containsKey("commit")) {
        device.handle(epoch.getString("commit"));
      }
      assertThat(device.authenticator()).isEqualTo(epoch.getString("authenticator"));
      assertThat(device.unprotect(epoch.getString("message"))).isEqualTo(epoch.getString("text"));
    }
  }

  private static JsonObject made() {
    MlsDevice own =
        MlsDevice.of(
            "00000000-0000-7000-8000-0000000000a1", "00000000-0000-7000-8000-0000000000d1");
    MlsDevice other =
        MlsDevice.of(
            "00000000-0000-7000-8000-0000000000a2", "00000000-0000-7000-8000-0000000000d2");
    own.create(CONVERSATION);
    MlsDevice.Commit first = own.commit(List.of(other.keyPackage()));
    own.adopt();
    List<String> secrets = other.secrets();
    JsonArrayBuilder epochs = Json.createArrayBuilder().add(epoch(own, 0));
    MlsDevice.Commit second = own.commit(List.of());
    own.adopt();
    return Json.createObjectBuilder()
        .add("keyPackage", secrets.get(0))
        .add("signatureKey", secrets.get(1))
        .add("encryptionKey", secrets.get(2))
        .add("initKey", secrets.get(3))
        .add("welcome", Objects.requireNonNull(first.welcome()))
        .add("epochs", epochs.add(epoch(own, 1).add("commit", second.commit())))
        .build();
  }

  private static JsonObjectBuilder epoch(MlsDevice own, int n) {
    return Json.createObjectBuilder()
        .add("authenticator", own.authenticator())
        .add("message", own.protect(TEXTS.get(n)))
        .add("text", TEXTS.get(n));
  }

  /** Writes {@code frontend/src/workers/crypto/testing/by-bouncy-castle.json}. */
  public static void main(String[] file) throws IOException {
    try (OutputStream out = Files.newOutputStream(Path.of(file[0]));
        JsonWriter writer =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(out)) {
      writer.write(made());
    }
  }
}
