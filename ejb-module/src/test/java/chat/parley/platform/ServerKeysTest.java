package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeysTest {

  private static final Secret PASSWORD = new Secret("correct horse");

  @TempDir private Path folder;

  @Test
  void bothKeysAreRead() throws Exception {
    ServerKeys keys = ServerKeys.load(TestKeys.create(folder, PASSWORD), PASSWORD);
    assertThat(keys.aes("master").getEncoded()).hasSize(32);
    assertThat(keys.accessToken().certificate().getPublicKey().getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void aMissingFileAWrongPasswordAndAMissingKeyAreSentences() throws Exception {
    Path none = folder.resolve("none.p12");
    assertThatThrownBy(() -> ServerKeys.load(none, PASSWORD))
        .hasMessage("The key store " + none + " does not exist or is not readable.");

    Path file = TestKeys.create(folder, PASSWORD);
    assertThatThrownBy(() -> ServerKeys.load(file, new Secret("wrong")))
        .hasMessageContaining("wrong password");

    Path onlyMaster = folder.resolve("master.p12");
    TestKeys.addMaster(onlyMaster, PASSWORD);
    assertThatThrownBy(() -> ServerKeys.load(onlyMaster, PASSWORD))
        .hasMessageContaining("has no key named 'access-token'");

    Path text = Files.writeString(folder.resolve("text.p12"), "not a key store");
    assertThatThrownBy(() -> ServerKeys.load(text, PASSWORD))
        .hasMessageContaining("not a PKCS #12 file");
  }
}
