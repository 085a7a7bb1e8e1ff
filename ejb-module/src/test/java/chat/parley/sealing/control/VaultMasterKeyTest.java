package chat.parley.sealing.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.TestDatabase;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import chat.parley.sealing.SealerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a peer that keeps a key as Vault's transit engine does. */
class VaultMasterKeyTest implements SealerContract {

  private static final String TOKEN = "hvs.first";
  private static final byte[] HERE = {1, 2, 3};

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
  public Sealer instance() {
    return TestSealers.with(database, Clock.systemUTC(), new RemoteMasterKey(key));
  }

  @Test
  void vaultIsAskedOncePerDataKey() {
    Sealer one = instance();
    byte[] first = one.seal("for nobody else".getBytes(UTF_8), HERE);
    one.seal(new byte[] {2}, HERE);
    Sealer other = instance();
    other.unseal(first, HERE);
    other.unseal(first, HERE);

    assertThat(vault.operations()).containsExactly("encrypt", "decrypt");
  }

  @Test
  void aTokenThatItsAgentReplacesIsTakenAtOnce() throws IOException {
    byte[] sealed = instance().seal(new byte[] {1}, HERE);
    vault.take("hvs.second");
    Sealer sealer = instance();
    assertThatThrownBy(() -> sealer.unseal(sealed, HERE)).isInstanceOf(Unavailable.class);

    Files.writeString(tokenFile, "hvs.second");

    assertThat(sealer.unseal(sealed, HERE)).containsExactly(1);
  }

  @Test
  void withoutItsTokenVaultIsNotAsked() throws IOException {
    Files.delete(tokenFile);
    Sealer sealer = instance();

    assertThatThrownBy(() -> sealer.seal(new byte[] {1}, HERE)).isInstanceOf(Unavailable.class);
    assertThat(vault.operations()).isEmpty();
  }

  @Test
  void aDataKeyThatAnotherKeyWrappedIsForeign() {
    byte[] sealed =
        TestSealers.with(database, Clock.systemUTC(), TestSealers.master(VaultPeer.KEY, 8))
            .seal(new byte[] {1}, HERE);
    Sealer sealer = instance();

    assertThatThrownBy(() -> sealer.unseal(sealed, HERE)).isInstanceOf(SealBroken.class);
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
    byte[] sealed = instance().seal(new byte[] {1}, HERE);
    vault.say(Optional.of(new VaultPeer.Answer(status, body)));
    Sealer sealer = instance();
    assertThatThrownBy(() -> sealer.unseal(sealed, HERE)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> sealer.seal(sealed, HERE)).isInstanceOf(Unavailable.class);
    vault.say(Optional.empty());

    assertThat(sealer.unseal(sealed, HERE)).containsExactly(1);
  }

  @Test
  void anAnswerWithoutEndIsNotRead() {
    byte[] sealed = instance().seal(new byte[] {1}, HERE);
    vault.say(Optional.of(new VaultPeer.Answer(200, "x".repeat(1_000_000))));
    Sealer sealer = instance();

    assertThatThrownBy(() -> sealer.unseal(sealed, HERE)).isInstanceOf(Unavailable.class);
  }

  @Test
  void theKeyStoresKeyIsReplacedByTheOneInVault() {
    MasterKey old = TestSealers.master("keystore:master", 1);
    byte[] sealed = TestSealers.with(database, Clock.systemUTC(), old).seal(new byte[] {7}, HERE);
    MasterKeys both = new MasterKeys(List.of(key, old));

    assertThat(new Rewrapping(both, new DataKeyTable(database)).wrapAll()).isEqualTo(1);

    assertThat(instance().unseal(sealed, HERE)).containsExactly(7);
  }
}
