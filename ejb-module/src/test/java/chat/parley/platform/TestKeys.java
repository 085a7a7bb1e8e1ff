package chat.parley.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the key store of an installation with the JDK's own keytool. */
public final class TestKeys {

  private TestKeys() {}

  /** A key store with both keys. */
  public static Path create(Path folder, Secret password) throws Exception {
    Path file = folder.resolve("keys.p12");
    addMaster(file, password);
    keytool(
        file,
        password,
        List.of(
            "-genkeypair",
            "-alias",
            "access-token",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=parley"));
    return file;
  }

  static void addMaster(Path file, Secret password) throws Exception {
    keytool(
        file,
        password,
        List.of("-genseckey", "-alias", "master", "-keyalg", "AES", "-keysize", "256"));
  }

  private static void keytool(Path file, Secret password, List<String> what) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(what);
    command.addAll(
        List.of(
            "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", password.value()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
  }
}
