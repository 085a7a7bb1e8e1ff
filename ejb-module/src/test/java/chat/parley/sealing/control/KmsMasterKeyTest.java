package chat.parley.sealing.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.AwsPeer;
import chat.parley.platform.AwsPeer.Answer;
import chat.parley.platform.TestDatabase;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.Sealer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of AWS itself, against a peer that keeps a key as KMS does. */
class KmsMasterKeyTest implements RemoteMasterKeyContract {

  private static final String REGION = "eu-central-1";
  private static final String ARN =
      "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  private final DataSource database = TestDatabase.fresh();
  private final MasterKey inside = TestSealers.master("inside KMS", 9);
  private volatile Optional<Answer> trouble = Optional.empty();
  private final AwsPeer kms = new AwsPeer(REGION, "kms", this::answer);
  private final KmsMasterKey key =
      new KmsMasterKey(
          ARN, SealingSettings.region(ARN), Optional.of(kms.address()), kms.credentials());

  @AfterEach
  void stop() {
    key.close();
    kms.close();
  }

  @Override
  public MasterKey key() {
    return key;
  }

  @Override
  public DataSource database() {
    return database;
  }

  /** What KMS documents of Encrypt and Decrypt, as far as it is used. */
  private Answer answer(AwsPeer.Request request) {
    if (trouble.isPresent()) {
      return trouble.get();
    }
    JsonObject question = Json.createReader(new StringReader(request.body())).readObject();
    UUID bound =
        UUID.fromString(question.getJsonObject("EncryptionContext").getString("parley-data-key"));
    try {
      if (!question.getString("KeyId").equals(ARN)) {
        return new Answer(400, "NotFoundException", "{}");
      }
      return request.target().equals("TrentService.Encrypt")
          ? blob("CiphertextBlob", inside.wrap(bound, bytes(question.getString("Plaintext"))))
          : blob("Plaintext", inside.unwrap(bound, bytes(question.getString("CiphertextBlob"))));
    } catch (GeneralSecurityException e) {
      return new Answer(400, "InvalidCiphertextException", "{}");
    }
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static Answer blob(String name, byte[] bytes) {
    return Answer.ok(
        Json.createObjectBuilder()
            .add("KeyId", ARN)
            .add(name, Base64.getEncoder().encodeToString(bytes))
            .build()
            .toString());
  }

  @Test
  void kmsIsAskedOncePerDataKeyAndSeesNoMessage() {
    Sealer one = instance();
    byte[] first = one.seal("for nobody else".getBytes(UTF_8), RemoteMasterKeyContract.here());
    one.seal(new byte[] {2}, RemoteMasterKeyContract.here());
    Sealer other = instance();
    other.unseal(first, RemoteMasterKeyContract.here());
    other.unseal(first, RemoteMasterKeyContract.here());

    assertThat(kms.faults()).isEmpty();
    assertThat(kms.requests())
        .extracting(AwsPeer.Request::target)
        .containsExactly("TrentService.Encrypt", "TrentService.Decrypt");
  }

  @Test
  void whatKmsCannotDoNowIsForLaterAndNotLost() {
    byte[] sealed = instance().seal(new byte[] {1}, RemoteMasterKeyContract.here());
    for (Answer answer :
        new Answer[] {
          new Answer(500, "KMSInternalException", "{}"),
          new Answer(400, "ThrottlingException", "{}"),
          new Answer(400, "DisabledException", "{}"),
          new Answer(400, "AccessDeniedException", "{}")
        }) {
      trouble = Optional.of(answer);
      Sealer sealer = instance();
      assertThatThrownBy(() -> sealer.unseal(sealed, RemoteMasterKeyContract.here()))
          .isInstanceOf(Unavailable.class);
      assertThatThrownBy(() -> sealer.seal(sealed, RemoteMasterKeyContract.here()))
          .isInstanceOf(Unavailable.class);
    }
    trouble = Optional.empty();

    assertThat(instance().unseal(sealed, RemoteMasterKeyContract.here())).containsExactly(1);
  }
}
