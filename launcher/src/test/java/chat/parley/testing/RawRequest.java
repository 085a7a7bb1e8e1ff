package chat.parley.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/** A request over a plain socket, whose body may be larger than a proper client would send. */
public final class RawRequest implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private RawRequest(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Sends everything but the body.
   *
   * @param length the header that says how long the body is
   */
  public static RawRequest post(URI base, String path, String length) throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(30_000);
    RawRequest request = new RawRequest(socket);
    String head =
        """
        POST %s HTTP/1.1
        Host: %s
        Content-Type: application/json
        %s

        """
            .formatted(path, base.getAuthority(), length)
            .replace("\n", "\r\n");
    request.out.write(head.getBytes(US_ASCII));
    return request;
  }

  /**
   * What a server answers to whoever calls it by another name.
   *
   * @return everything, head and body
   */
  public static String get(URI base, String path, String host) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, host)
                  .getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /**
   * Posts JSON from another address of this machine.
   *
   * @param from such as {@code 127.0.0.2}
   * @return everything, head and body
   */
  public static String post(URI base, String path, String json, InetAddress from)
      throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort(), from, 0)) {
      socket.setSoTimeout(30_000);
      byte[] body = json.getBytes(UTF_8);
      String head =
          """
          POST %s HTTP/1.1
          Host: %s
          Content-Type: application/json
          Content-Length: %d
          Connection: close

          """
              .formatted(path, base.getAuthority(), body.length)
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /**
   * Sends blanks until the server answers.
   *
   * @return how many bytes it took
   */
  public long sendUntilAnswered(long most, boolean chunked) throws IOException {
    byte[] blanks = new byte[CHUNK];
    Arrays.fill(blanks, (byte) ' ');
    long sent = 0;
    try {
      while (sent < most && in.available() == 0) {
        if (chunked) {
          out.write((Integer.toHexString(CHUNK) + "\r\n").getBytes(US_ASCII));
        }
        out.write(blanks);
        if (chunked) {
          out.write("\r\n".getBytes(US_ASCII));
        }
        sent += CHUNK;
      }
    } catch (IOException hungUp) {
      // What the server said before is still to be read.
      return sent;
    }
    return sent;
  }

  /** What the server says, to the end of the JSON object that it answers with. */
  public String answer() throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[CHUNK];
    try {
      int read = in.read(buffer);
      while (read > 0) {
        answer.append(new String(buffer, 0, read, UTF_8));
        read = answer.indexOf("}") < 0 ? in.read(buffer) : -1;
      }
    } catch (IOException reset) {
      // The server did not read to the end, and says so with a reset after its answer.
      return answer.toString();
    }
    return answer.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
