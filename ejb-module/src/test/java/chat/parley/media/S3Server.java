package chat.parley.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * S3Proxy in a process of its own: a server that speaks the protocol of S3, checks the signature of
 * every request, and keeps each bucket in a folder. Pages of this machine may use it. It does not
 * know the newer sums: it neither compares them nor minds them.
 */
public final class S3Server implements AutoCloseable {

  public static final String KEY = "AKIDTEST";
  public static final String SECRET = "a secret of nobody";

  /** What the requests of our pages have; the README of operations says the same of a bucket. */
  private static final String HEADERS =
      "content-type content-disposition range x-amz-checksum-sha256 x-amz-storage-class";

  /** Where the build of this module puts it. */
  private static final Path JAR = Path.of("target", "s3proxy", "s3proxy-jar-with-dependencies.jar");

  private final Path bucket;
  private final Process process;
  private final int port;

  /**
   * Starts it, and waits until it answers.
   *
   * @param folder for its settings, its log and what it keeps
   * @param module the folder of the module that this class belongs to
   * @param bucket that it has
   */
  public S3Server(Path folder, Path module, String bucket) {
    this.bucket = folder.resolve("buckets").resolve(bucket);
    try {
      Files.createDirectories(this.bucket);
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      Path settings =
          Files.write(
              folder.resolve("s3proxy.conf"),
              List.of(
                  "s3proxy.endpoint=http://127.0.0.1:" + port,
                  "s3proxy.authorization=aws-v2-or-v4",
                  "s3proxy.identity=" + KEY,
                  "s3proxy.credential=" + SECRET,
                  "s3proxy.ignore-unknown-headers=true",
                  "s3proxy.cors-allow-origins=http://localhost:[0-9]+",
                  "s3proxy.cors-allow-methods=GET PUT",
                  "s3proxy.cors-allow-headers=" + HEADERS,
                  "jclouds.provider=filesystem-nio2",
                  "jclouds.filesystem.basedir=" + this.bucket.getParent(),
                  "jclouds.identity=x",
                  "jclouds.credential=x"));
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-jar",
                  module.resolve(JAR).toString(),
                  "--properties",
                  settings.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("s3proxy.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::isUp);
  }

  private boolean isUp() {
    if (!process.isAlive()) {
      throw new IllegalStateException("S3Proxy has ended");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** The names of what is in the bucket, by how they begin. */
  public List<String> objects(String beginning) {
    try (Stream<Path> objects = Files.list(bucket)) {
      return objects
          .map(object -> object.getFileName().toString())
          .filter(name -> name.startsWith(beginning))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
