package chat.parley.platform;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The compiled classes of this module, for tests that compare code with documents. */
final class ProductClasses {

  private ProductClasses() {}

  static Stream<Class<?>> all() throws IOException, URISyntaxException {
    Path root = Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .toList()
          .stream()
          .map(ProductClasses::load);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ProductClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of the project, from its root. */
  static Path file(String name) {
    return Path.of(System.getProperty("basedir", "."), "..", name);
  }
}
