package chat.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Stock Payara Micro, unpacked once by its own {@code --outputlauncher}: from plain jars it starts
 * in two thirds of the time it takes from the nested ones, and the JVM can keep an archive of the
 * classes that the first run loaded, so that later runs start faster still.
 */
final class PayaraHome {
  private static final String MAIN = "fish.payara.micro.impl.PayaraMicroImpl";

  private final Layout layout;
  private final Path root;

  private PayaraHome(Layout layout, Path root) {
    this.layout = layout;
    this.root = root;
  }

  static PayaraHome of(Layout layout) {
    Path target = layout.cache().resolve("payara-micro-" + Versions.read().payara());
    Path stock = layout.deployment("payara-micro.jar");
    return new PayaraHome(layout, Unpacked.once(target, fresh -> unpack(stock, fresh)));
  }

  private static void unpack(Path stock, Path into) throws IOException {
    Process process =
        new ProcessBuilder(
                JavaProgram.executable().toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                stock.toString(),
                "--rootdir",
                into.toString(),
                "--outputlauncher")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("Payara Micro's --outputlauncher failed");
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
    if (!Files.exists(into.resolve("launch-micro.jar"))) {
      throw new IOException("Payara Micro left no launch-micro.jar");
    }
  }

  /** The archive of classes for this very JVM; it may not exist yet. */
  Path classArchive() {
    String jvm =
        (System.getProperty("java.vm.version") + "-" + System.getProperty("os.arch"))
            .replaceAll("[^A-Za-z0-9.+-]", "_");
    return root.resolve("classes-" + jvm + ".jsa");
  }

  /** A fresh server root for one instance; the jars stay where they are. */
  Path freshInstanceRoot(String name) {
    Path instance = layout.run().resolve(name);
    Layout.deleteTree(instance);
    try {
      Files.createDirectories(instance);
      for (String folder : List.of("config", "lib", "docroot")) {
        copyTree(root.resolve(folder), instance.resolve(folder));
      }
    } catch (IOException failed) {
      throw new LaunchFailure("The folder " + instance + " can't be made.", failed);
    }
    return instance;
  }

  /** The command up to, and not including, Payara's own arguments. */
  List<String> command(List<String> jvmOptions) {
    Path boot = root.resolve("launch-micro.jar");
    List<String> command = new ArrayList<>();
    command.add(JavaProgram.executable().toString());
    command.addAll(jvmOptions);
    command.addAll(opened(boot));
    command.add("-Dfish.payara.micro.BootJar=" + boot.toUri());
    command.add("-Dfish.payara.micro.UnpackDir=" + root);
    command.add("-cp");
    command.add(boot.toString());
    command.add(MAIN);
    return command;
  }

  /** What the stock jar's manifest opens; a class path does not apply it. */
  private static List<String> opened(Path boot) {
    try (JarFile jar = new JarFile(boot.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      List<String> options = new ArrayList<>();
      for (String module : manifest.getValue("Add-Opens").strip().split("\\s+", -1)) {
        options.add("--add-opens=" + module + "=ALL-UNNAMED");
      }
      for (String module : manifest.getValue("Add-Exports").strip().split("\\s+", -1)) {
        options.add("--add-exports=" + module + "=ALL-UNNAMED");
      }
      return options;
    } catch (IOException unreadable) {
      throw new LaunchFailure("The server's archive " + boot + " can't be read.", unreadable);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path each : tree.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy);
        }
      }
    }
  }
}
