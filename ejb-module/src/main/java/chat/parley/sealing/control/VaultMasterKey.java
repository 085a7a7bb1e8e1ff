package chat.parley.sealing.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.platform.BoundedHttp;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A master key that never leaves the transit engine of HashiCorp Vault or OpenBao. It must be of a
 * type that authenticates: the id of a data key is the associated data.
 */
final class VaultMasterKey implements MasterKey {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /** An instance asks when it makes a data key, or meets one. */
  private static final int AT_ONCE = 16;

  private static final int MAX_ANSWER_BYTES = 64 * 1024;
  private static final int OK = 200;

  /** A request that cannot be done, ever: to unwrap what another key wrapped is one. */
  private static final int BAD_REQUEST = 400;

  private final BoundedHttp http = new BoundedHttp(ANSWER_WITHIN, AT_ONCE, MAX_ANSWER_BYTES);
  private final String name;
  private final String mount;
  private final String key;
  private final SealingSettings.Vault vault;

  /**
   * Ready to wrap.
   *
   * @param name {@code vault:MOUNT/KEY}
   */
  VaultMasterKey(String name, SealingSettings.Vault vault) {
    String path = name.substring(SealingSettings.VAULT.length());
    int slash = path.lastIndexOf('/');
    this.name = name;
    this.mount = path.substring(0, slash);
    this.key = path.substring(slash + 1);
    this.vault = vault;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] wrap(UUID id, byte[] dataKey) throws GeneralSecurityException {
    return ask("encrypt", id, "plaintext", base64(dataKey), "ciphertext").getBytes(US_ASCII);
  }

  @Override
  public byte[] unwrap(UUID id, byte[] wrapped) throws GeneralSecurityException {
    String dataKey = ask("decrypt", id, "ciphertext", new String(wrapped, US_ASCII), "plaintext");
    try {
      return Base64.getDecoder().decode(dataKey);
    } catch (IllegalArgumentException e) {
      throw MasterKey.unavailable(e);
    }
  }

  private String ask(String operation, UUID id, String given, String value, String wanted)
      throws GeneralSecurityException {
    JsonObjectBuilder question =
        Json.createObjectBuilder()
            .add(given, value)
            .add("associated_data", base64(id.toString().getBytes(US_ASCII)));
    HttpResponse<String> answer;
    try {
      answer = http.ask(request(operation, question.build().toString()));
    } catch (BoundedHttp.Unanswered | BoundedHttp.TooLong | IOException e) {
      throw MasterKey.unavailable(e);
    }
    if (answer.statusCode() == BAD_REQUEST && operation.equals("decrypt")) {
      throw new GeneralSecurityException("Vault did not wrap this");
    }
    if (answer.statusCode() != OK) {
      throw MasterKey.unavailable(
          new IOException("Vault answers with status " + answer.statusCode()));
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      if (reader.readObject().get("data") instanceof JsonObject data
          && data.get(wanted) instanceof JsonString text) {
        return text.getString();
      }
    } catch (JsonException e) {
      throw MasterKey.unavailable(e);
    }
    throw MasterKey.unavailable(new IOException("Vault answers without " + wanted));
  }

  private HttpRequest.Builder request(String operation, String question) throws IOException {
    URI address = vault.address().resolve("/v1/" + mount + "/" + operation + "/" + key);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            // Vault asks for it, so that a page in a browser cannot be its caller.
            .header("X-Vault-Request", "true")
            .POST(BodyPublishers.ofString(question));
    vault.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
    Optional<Path> file = vault.tokenFile();
    if (file.isPresent()) {
      // Read each time: the agent that fetches tokens replaces them.
      request.header("X-Vault-Token", Files.readString(file.get(), UTF_8).strip());
    }
    return request;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
