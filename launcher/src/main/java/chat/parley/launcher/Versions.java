package chat.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of what we unpack, as the build knows them. */
record Versions(String postgres, String payara) {
  static Versions read() {
    Properties lines = new Properties();
    try (var in = Versions.class.getResourceAsStream("/parley-launcher.properties")) {
      if (in == null) {
        throw new IllegalStateException("parley-launcher.properties is missing");
      }
      lines.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Versions(lines.getProperty("postgres.version"), lines.getProperty("payara.version"));
  }
}
