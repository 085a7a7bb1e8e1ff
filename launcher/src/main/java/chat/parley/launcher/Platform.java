package chat.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The operating system and processor, in the words of those who publish binaries for them. */
record Platform(String os, boolean arm) {

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String os = name.contains("linux") ? "linux" : name.contains("mac") ? "darwin" : "";
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
    if (os.isEmpty() || !(arm || intel)) {
      throw new LaunchFailure(
          "Parley's launcher runs on Linux and macOS, on x86-64 and arm64, not on %s %s."
              .formatted(osName, osArch));
    }
    return new Platform(os, arm);
  }

  /** The archive inside the jar with PostgreSQL's binaries. */
  String postgresArchive() {
    return "/postgres-%s-%s.txz".formatted(os, arm ? "arm_64" : "x86_64");
  }

  /** The npm package with the development chain's binary. */
  String anvilPackage() {
    return "anvil-%s-%s".formatted(os, arm ? "arm64" : "amd64");
  }

  /** PostgreSQL refuses to run as root. */
  static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid").equals(0)
          && System.getProperty("user.name").equals("root");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
