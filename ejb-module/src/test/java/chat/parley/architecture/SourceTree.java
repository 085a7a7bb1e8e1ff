package chat.parley.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository as they are checked in, without what the build makes of them. */
final class SourceTree {

  private static final Set<String> MADE_BY_THE_BUILD =
      Set.of(".git", ".parley", "target", "node_modules", "dist", "coverage");

  /** The folder that holds all modules. */
  static final Path ROOT = findRoot();

  private static final List<Path> FILES = walk();

  private SourceTree() {}

  /** All files, relative to {@link #ROOT}, in the order of their names. */
  static List<Path> files() {
    return FILES;
  }

  /** All files whose names end so. */
  static List<Path> files(String ending) {
    return FILES.stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** Whether a file or a folder with files in it is checked in, named relative to {@link #ROOT}. */
  static boolean exists(Path path) {
    return FILES.stream().anyMatch(file -> file.startsWith(path));
  }

  /** The text of a file named relative to {@link #ROOT}. */
  static String read(Path file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The text of a file named relative to {@link #ROOT}, with slashes. */
  static String read(String file) {
    return read(Path.of(file));
  }

  private static Path findRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("run the tests inside the repository");
      }
    }
    return folder;
  }

  private static List<Path> walk() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return MADE_BY_THE_BUILD.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(ROOT.relativize(file));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the repository", e);
    }
    return found.stream().sorted().toList();
  }
}
