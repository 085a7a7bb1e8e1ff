package chat.parley.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * The passwords and keys of one home, made once and then kept: without them the data is worthless.
 * Readable by their owner alone, handed to the processes by environment and never on a command
 * line.
 */
public final class Secrets {
  private static final List<String> PASSWORDS =
      List.of(
          "database.superuser",
          "database",
          "broker",
          "broker.integrator",
          "broker.operator",
          "keystore");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path keystore;
  private final Properties passwords;

  private Secrets(Path keystore, Properties passwords) {
    this.keystore = keystore;
    this.passwords = passwords;
  }

  /** Reads the secrets of this home and makes those that are missing. */
  static Secrets of(Layout layout) {
    Path file = layout.keys().resolve("passwords.properties");
    Path keystore = layout.keys().resolve("parley.p12");
    Properties passwords = new Properties();
    try {
      if (Files.exists(file)) {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          passwords.load(in);
        }
      }
      boolean complete = true;
      for (String name : PASSWORDS) {
        complete &= passwords.putIfAbsent(name, random()) != null;
      }
      if (!complete) {
        writePrivately(file, passwords);
      }
    } catch (IOException unreadable) {
      throw new LaunchFailure(
          "The passwords in " + file + " can't be read (" + unreadable.getMessage() + ").",
          unreadable);
    }
    Secrets secrets = new Secrets(keystore, passwords);
    if (!Files.exists(keystore)) {
      secrets.makeKeystore();
    } else if (!secrets.hasKey("web-push")) {
      secrets.addToKeystore();
    }
    return secrets;
  }

  /**
   * PKCS #12 with the AES key {@code master} and the P-256 keys {@code access-token} and {@code
   * web-push}.
   */
  public Path keystore() {
    return keystore;
  }

  /**
   * The password of one of: database, database.superuser, broker, broker.integrator, keystore...
   */
  public String password(String name) {
    String password = passwords.getProperty(name);
    if (password == null) {
      throw new IllegalArgumentException("No such password: " + name);
    }
    return password;
  }

  private void makeKeystore() {
    Path fresh = keystore.resolveSibling("parley.p12.new");
    try {
      Files.deleteIfExists(fresh);
      keytool(fresh, "-genseckey", "-alias", "master", "-keyalg", "AES", "-keysize", "256");
      makeKeyPair(fresh, "access-token", "CN=Parley access tokens");
      makeKeyPair(fresh, "web-push", "CN=Parley web push");
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.move(fresh, keystore);
    } catch (IOException failed) {
      throw new LaunchFailure("The key store could not be made: " + failed.getMessage(), failed);
    }
  }

  /** A home of an earlier version: gets the key it does not have yet. */
  private void addToKeystore() {
    Path fresh = keystore.resolveSibling("parley.p12.new");
    try {
      Files.copy(
          keystore, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      makeKeyPair(fresh, "web-push", "CN=Parley web push");
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.move(fresh, keystore, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new LaunchFailure(
          "The key store could not be completed: " + failed.getMessage(), failed);
    }
  }

  private boolean hasKey(String alias) {
    try (var in = Files.newInputStream(keystore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password("keystore").toCharArray());
      return store.containsAlias(alias);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new LaunchFailure(
          "The key store %s can't be read (%s).".formatted(keystore, unreadable.getMessage()),
          unreadable);
    }
  }

  private void makeKeyPair(Path store, String alias, String owner) throws IOException {
    keytool(
        store,
        "-genkeypair",
        "-alias",
        alias,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-sigalg",
        "SHA256withECDSA",
        "-dname",
        owner,
        "-validity",
        "36500");
  }

  private void keytool(Path store, String... command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(JavaProgram.home().resolve("bin/keytool").toString());
    line.addAll(List.of(command));
    line.addAll(
        List.of(
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass:env",
            "KEYSTORE_PASSWORD"));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("KEYSTORE_PASSWORD", password("keystore"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(output.strip());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private static void writePrivately(Path file, Properties passwords) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      passwords.store(out, "Made by the launcher. Losing them loses the data.");
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** 192 bits, in letters and digits that need no quoting anywhere. */
  private static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
