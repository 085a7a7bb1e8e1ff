package chat.parley.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL from its own binaries. What it acknowledges is on the disk: {@code fsync} and {@code
 * synchronous_commit} are on, and we ask it after every start.
 */
final class Postgres {
  static final String NAME = "postgres";
  static final String TITLE = "PostgreSQL";

  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "parley";
  private static final String USER = "parley";

  private final Layout layout;
  private final Secrets secrets;
  private final int port;
  private final Path data;

  Postgres(Layout layout, Secrets secrets, int port) {
    this.layout = layout;
    this.secrets = secrets;
    this.port = port;
    this.data = layout.data("postgres");
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  static String user() {
    return USER;
  }

  ChildProcess start() {
    Path binaries = unpacked();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(binaries);
    }
    stopOrphan(binaries);
    List<String> command = new ArrayList<>(asSomeoneElseThanRoot());
    command.addAll(
        List.of(
            binaries.resolve("bin/postgres").toString(),
            "-D",
            data.toString(),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "port=" + port,
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "full_page_writes=on",
            "-c",
            "max_connections=200",
            "-c",
            "shared_buffers=128MB",
            // A page that changes first after a checkpoint is written to the WAL as a whole.
            "-c",
            "checkpoint_timeout=30min",
            "-c",
            "max_wal_size=4GB",
            "-c",
            "log_line_prefix=%m [%p] "));
    return ChildProcess.start(NAME, TITLE, layout.log(NAME), data, command, Map.of());
  }

  void awaitReady(ChildProcess child) {
    Readiness.await(child, this::answers, Duration.ofSeconds(60));
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        requireOn(statement, setting);
      }
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'parley'")) {
        // The password is of letters, digits, '-' and '_' only.
        statement.execute(
            "CREATE ROLE parley LOGIN PASSWORD '" + secrets.password("database") + "'");
      }
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = 'parley'")) {
        statement.execute("CREATE DATABASE parley OWNER parley");
      }
    } catch (SQLException refused) {
      throw new LaunchFailure("PostgreSQL refused: " + refused.getMessage(), refused);
    }
  }

  private boolean answers() {
    if (!Readiness.listens(port)) {
      return false;
    }
    try (Connection connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException refused) {
      if ("28P01".equals(refused.getSQLState())) {
        throw new LaunchFailure(
            "The database does not know our password: %s and %s do not belong together; ./parley reset starts afresh, without the old data."
                .formatted(layout.keys(), data),
            refused);
      }
      return false;
    }
  }

  private Connection connect(String database) throws SQLException {
    DriverManager.setLoginTimeout(5);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
        SUPERUSER,
        secrets.password("database.superuser"));
  }

  private static void requireOn(Statement statement, String setting) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      if (!rows.getString(1).equals("on")) {
        throw new LaunchFailure(
            "PostgreSQL runs with %s = %s, so it could lose what it acknowledged: Parley does not start on it."
                .formatted(setting, rows.getString(1)));
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /**
   * An earlier launcher that was killed leaves its database running: on our data, so it must end.
   */
  private void stopOrphan(Path binaries) {
    Optional<ProcessHandle> orphan = postmaster(data);
    if (orphan.isPresent()) {
      run(
          binaries,
          List.of("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop"),
          "The database of an earlier start could not be stopped");
      if (!Signals.isGoneWithin(orphan.get(), Duration.ofSeconds(10))) {
        throw new LaunchFailure(
            "The database of an earlier start (process %d) does not end."
                .formatted(orphan.get().pid()));
      }
    }
  }

  /** The server that runs on this data, told from a stranger with the same id by its start time. */
  static Optional<ProcessHandle> postmaster(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
      return new RunState.Identity(Long.parseLong(lines.get(0).strip()), started).alive();
    } catch (IOException | RuntimeException none) {
      return Optional.empty();
    }
  }

  private void initialise(Path binaries) {
    Path fresh = data.resolveSibling("postgres.new");
    Path password = layout.run().resolve("initdb.password");
    Layout.deleteTree(fresh);
    try {
      Files.deleteIfExists(password);
      Files.createFile(
          password,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, secrets.password("database.superuser") + "\n");
      run(
          binaries,
          List.of(
              "initdb",
              "-D",
              fresh.toString(),
              "-U",
              SUPERUSER,
              "--auth=scram-sha-256",
              "--pwfile=" + password,
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8"),
          "The database could not be made");
      Files.delete(password);
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new LaunchFailure("The database could not be made: " + failed.getMessage(), failed);
    }
  }

  private void run(Path binaries, List<String> command, String complaint) {
    List<String> line = new ArrayList<>(asSomeoneElseThanRoot());
    line.add(binaries.resolve("bin").resolve(command.get(0)).toString());
    line.addAll(command.subList(1, command.size()));
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log(NAME).toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw new LaunchFailure(
            "%s (%s, exit code %d); the log is %s."
                .formatted(complaint, command.get(0), process.exitValue(), layout.log(NAME)));
      }
    } catch (IOException failed) {
      throw new LaunchFailure(complaint + ": " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure(complaint + ": interrupted", stopped);
    }
  }

  /** Root gets another face: in a user namespace of its own the server sees "nobody". */
  private static List<String> asSomeoneElseThanRoot() {
    if (!Platform.isRoot()) {
      return List.of();
    }
    List<String> unshare = List.of("unshare", "--user");
    try {
      List<String> trial = new ArrayList<>(unshare);
      trial.add("true");
      Process process =
          new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 0) {
        return unshare;
      }
    } catch (IOException noUnshare) {
      throw rootRefused(noUnshare);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw rootRefused(stopped);
    }
    throw rootRefused(null);
  }

  private static LaunchFailure rootRefused(@Nullable Exception cause) {
    String sentence =
        "PostgreSQL does not run as root and this machine has no user namespaces: start Parley as"
            + " another user.";
    return cause == null ? new LaunchFailure(sentence) : new LaunchFailure(sentence, cause);
  }

  private Path unpacked() {
    String archive = Platform.current().postgresArchive();
    Path target =
        layout
            .cache()
            .resolve("postgres-" + Versions.read().postgres() + archive.replace('/', '-'));
    return Unpacked.once(target, fresh -> unpack(archive, fresh));
  }

  private static void unpack(String archive, Path into) throws IOException {
    try (InputStream resource = Postgres.class.getResourceAsStream(archive)) {
      if (resource == null) {
        throw new LaunchFailure("The PostgreSQL binaries for this machine were not built in.");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          Path path = into.resolve(entry.getName()).normalize();
          if (!path.startsWith(into)) {
            throw new IOException("an entry leaves the archive: " + entry.getName());
          }
          if (entry.isDirectory()) {
            Files.createDirectories(path);
            continue;
          }
          Files.createDirectories(Objects.requireNonNull(path.getParent()));
          if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
          } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
          }
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
  }
}
