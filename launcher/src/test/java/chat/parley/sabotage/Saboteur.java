package chat.parley.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/**
 * Plants defects in running instances and moves their clocks, by way of an agent that they were
 * started with and files that the agent reads. The agent's archive is made here from the classes of
 * the tests.
 */
public final class Saboteur {

  private final Path folder;
  private final Path agent;

  private Saboteur(Path folder, Path agent) {
    this.folder = folder;
    this.agent = agent;
  }

  /** A saboteur that gives its orders through this folder. */
  public static Saboteur in(Path folder) {
    try {
      Files.createDirectories(folder);
      Path shared = folder.resolve("sabotage.jar");
      jar(shared, new Attributes(), List.of(Sabotage.class, Sabotage.MovedClock.class));
      Attributes manifest = new Attributes();
      manifest.putValue("Premain-Class", SabotageAgent.class.getName());
      manifest.putValue("Boot-Class-Path", shared.getFileName().toString());
      manifest.putValue(
          "Class-Path",
          ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toString());
      Path agent = folder.resolve("sabotage-agent.jar");
      List<Class<?>> classes = new java.util.ArrayList<>(List.of(SabotageAgent.class));
      classes.addAll(List.of(SabotageAgent.class.getDeclaredClasses()));
      jar(agent, manifest, classes);
      return new Saboteur(folder, agent);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** What an instance's JVM must be started with. */
  public String jvmOption() {
    return "-javaagent:" + agent + "=" + folder;
  }

  /** Makes one defect take effect on all instances, from the next moment on. */
  public void plant(Defect defect) {
    order("defect", defect.name());
  }

  /** Takes the defect away. */
  public void repair() {
    order("defect", "");
  }

  /** Moves the clock of an instance, from 1, to the right time and this much. */
  public void moveClock(int instance, Duration by) {
    order("clock-parley-" + instance, Long.toString(by.toMillis()));
  }

  private void order(String name, String text) {
    try {
      Path fresh = folder.resolve(name + ".new");
      Files.writeString(fresh, text);
      Files.move(
          fresh,
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static void jar(Path file, Attributes attributes, List<Class<?>> classes)
      throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putAll(attributes);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (Class<?> each : classes) {
        String name = each.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (var in = each.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }
}
