package chat.parley.sealing.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.TestDatabase;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.Sealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a peer that keeps a key as Vault's transit engine does. */
class VaultMasterKeyTest implements RemoteMasterKeyContract {

  private static final String TOKEN = "hvs.first";

  @TempDir private Path folder;

  private final DataSource database = TestDatabase.fresh();
  private Path tokenFile;
  private VaultPeer vault;
  private MasterKey key;

  @BeforeEach
  void start() throws IOException {
    tokenFile = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    vault = new VaultPeer(TOKEN);
    key =
        new VaultMasterKey(
            VaultPeer.KEY,
            new SealingSettings.Vault(
                vault.address(), Optional.of(tokenFile), Optional.of(VaultPeer.NAMESPACE)));
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Override
  public MasterKey key() {
    return key;
  }

  @Override
  public DataSource database() {
    return database;
  }

  @Test
  void vaultIsAskedOncePerDataKey() {
    Sealer one = instance();
    byte[] first = one.seal("for nobody else".getBytes(UTF_8), RemoteMasterKeyContract.here());
    one.seal(new byte[] {2}, RemoteMasterKeyContract.here());
    Sealer other = instance();
    other.unseal(first, RemoteMasterKeyContract.here());
    other.unseal(first, RemoteMasterKeyContract.here());

    assertThat(vault.operations()).containsExactly("encrypt", "decrypt");
  }

  @Test
  void aTokenThatItsAgentReplacesIsTakenAtOnce() throws IOException {
    byte[] sealed = instance().seal(new byte[] {1}, RemoteMasterKeyContract.here());
    vault.take("hvs.second");
    Sealer sealer = instance();
    assertThatThrownBy(() -> sealer.unseal(sealed, RemoteMasterKeyContract.here()))
        .isInstanceOf(Unavailable.class);

    Files.writeString(tokenFile, "hvs.second");

    assertThat(sealer.unseal(sealed, RemoteMasterKeyContract.here())).containsExactly(1);
  }

  @Test
  void withoutItsTokenVaultIsNotAsked() throws IOException {
    Files.delete(tokenFile);
    Sealer sealer = instance();

    assertThatThrownBy(() -> sealer.seal(new byte[] {1}, RemoteMasterKeyContract.here()))
        .isInstanceOf(Unavailable.class);
    assertThat(vault.operations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | {\"errors\":[\"Vault is sealed\"]}",
        "429 | {}",
        "403 | {\"errors\":[\"permission denied\"]}",
        "500 | gateway",
        "307 | {}",
        "200 | <html>",
        "200 | {\"data\":{}}",
        "200 | {\"data\":{\"plaintext\":\"?\",\"ciphertext\":7}}",
        "200 | []"
      })
  void whatVaultCannotDoNowIsForLaterAndNotLost(int status, String body) {
    byte[] sealed = instance().seal(new byte[] {1}, RemoteMasterKeyContract.here());
    vault.say(Optional.of(new VaultPeer.Answer(status, body)));
    Sealer sealer = instance();
    assertThatThrownBy(() -> sealer.unseal(sealed, RemoteMasterKeyContract.here()))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> sealer.seal(sealed, RemoteMasterKeyContract.here()))
        .isInstanceOf(Unavailable.class);
    vault.say(Optional.empty());

    assertThat(sealer.unseal(sealed, RemoteMasterKeyContract.here())).containsExactly(1);
  }

  @Test
  void anAnswerWithoutEndIsNotRead() {
    byte[] sealed = instance().seal(new byte[] {1}, RemoteMasterKeyContract.here());
    vault.say(Optional.of(new VaultPeer.Answer(200, "x".repeat(1_000_000))));
    Sealer sealer = instance();

    assertThatThrownBy(() -> sealer.unseal(sealed, RemoteMasterKeyContract.here()))
        .isInstanceOf(Unavailable.class);
  }
}
