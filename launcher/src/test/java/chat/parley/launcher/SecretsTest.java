package chat.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path home;

  @Test
  void theKeyStoreHoldsOneKeyForSealingAndOneForTokens() throws Exception {
    Secrets secrets = secrets();
    char[] password = secrets.password("keystore").toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(secrets.keystore())) {
      store.load(in, password);
    }

    assertThat(store.getKey("master", password).getAlgorithm()).isEqualTo("AES");
    assertThat(store.getKey("master", password).getEncoded()).hasSize(32);
    ECPrivateKey token = (ECPrivateKey) store.getKey("access-token", password);
    assertThat(token.getParams().getOrder().bitLength()).isEqualTo(256);
    assertThat(store.getCertificate("access-token")).isNotNull();
    ECPrivateKey push = (ECPrivateKey) store.getKey("web-push", password);
    assertThat(push.getParams().getOrder().bitLength()).isEqualTo(256);
    assertThat(store.size()).isEqualTo(3);
  }

  @Test
  void aHomeOfAnEarlierVersionGetsTheKeyItLacks() throws Exception {
    Secrets before = secrets();
    char[] password = before.password("keystore").toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(before.keystore())) {
      store.load(in, password);
    }
    store.deleteEntry("web-push");
    try (var out = Files.newOutputStream(before.keystore())) {
      store.store(out, password);
    }
    Key master = store.getKey("master", password);

    secrets();

    try (InputStream in = Files.newInputStream(before.keystore())) {
      store.load(in, password);
    }
    assertThat(store.containsAlias("web-push")).isTrue();
    assertThat(store.getKey("master", password)).isEqualTo(master);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(before.keystore())))
        .isEqualTo("rw-------");
  }

  @Test
  void secretsAreMadeOnceAndKept() throws Exception {
    Secrets first = secrets();
    byte[] keys = Files.readAllBytes(first.keystore());

    Secrets second = secrets();

    assertThat(second.password("database")).isEqualTo(first.password("database"));
    assertThat(Files.readAllBytes(second.keystore())).isEqualTo(keys);
  }

  @Test
  void everyPasswordIsAnother() {
    Secrets secrets = secrets();
    assertThat(secrets.password("database")).isNotEqualTo(secrets.password("broker"));
    assertThat(secrets.password("broker")).isNotEqualTo(secrets.password("broker.operator"));
  }

  @Test
  void onlyTheOwnerReadsThem() throws Exception {
    Secrets secrets = secrets();
    for (Path file :
        new Path[] {
          secrets.keystore(), secrets.keystore().resolveSibling("passwords.properties")
        }) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  private Secrets secrets() {
    Layout layout = new Layout(home, home);
    layout.create();
    return Secrets.of(layout);
  }
}
