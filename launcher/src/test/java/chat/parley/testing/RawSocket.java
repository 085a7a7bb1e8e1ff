package chat.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A WebSocket client (RFC 6455) with no manners: it can send what a proper one refuses to, and read
 * nothing for as long as it likes.
 */
public final class RawSocket implements AutoCloseable {
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  private static final int CONTINUATION = 0;
  private static final int CLOSE = 8;
  private static final int CHUNK = 64 * 1024;

  /**
   * Two segments of the loopback interface. With less, a reader that goes on never tells of as much
   * room as the sender wants for a segment, and TCP leaves what waits to a timer that has come to
   * ask once a minute.
   */
  private static final int LITTLE_ROOM = 128 * 1024;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private int closeCode;

  private RawSocket(Socket socket, URI base) throws IOException {
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
    socket.setSoTimeout(30_000);
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /** Connects as the web app of this address does. */
  public static RawSocket connect(URI base) throws IOException {
    return handshake(base, new Socket());
  }

  /** The same with so little room for what comes that a server soon notices when nobody reads. */
  public static RawSocket connectWithLittleRoom(URI base) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(LITTLE_ROOM);
    return handshake(base, socket);
  }

  private static RawSocket handshake(URI base, Socket socket) throws IOException {
    RawSocket raw = new RawSocket(socket, base);
    String answer = raw.ask(base, "/api/socket");
    if (!answer.startsWith("HTTP/1.1 101")) {
      throw new IOException(answer);
    }
    return raw;
  }

  /** The status and the headers of the answer to a handshake here. */
  public static String answerToHandshake(URI base, String path) throws IOException {
    try (Socket socket = new Socket()) {
      return new RawSocket(socket, base).ask(base, path);
    }
  }

  private String ask(URI base, String path) throws IOException {
    String key = Base64.getEncoder().encodeToString(new byte[16]);
    String request =
        """
        GET %s HTTP/1.1
        Host: %s:%d
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: %s
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Protocol: parley.v1
        Origin: %s

        """
            .formatted(path, base.getHost(), base.getPort(), key, base)
            .replace("\n", "\r\n");
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    return headers();
  }

  private String headers() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  /** Says hello, asks for this window, and waits for the welcome. */
  public void hello(Person who, int window) throws IOException {
    ObjectNode hello = who.hello(who.ticket()).put("window", window);
    frame(TEXT, true, RestClient.JSON.writeValueAsBytes(hello));
    JsonNode welcome = read();
    if (!welcome.path("type").asText().equals("welcome")) {
      throw new IOException(welcome.toString());
    }
  }

  /** Sends one frame, masked with zeros. */
  public void frame(int opcode, boolean last, byte[] payload) throws IOException {
    header(opcode, last, payload.length);
    out.write(payload);
    out.flush();
  }

  private void header(int opcode, boolean last, long length) throws IOException {
    out.writeByte((last ? 0x80 : 0) | opcode);
    out.writeByte(0x80 | 127);
    out.writeLong(length);
    out.writeInt(0);
  }

  /**
   * Announces one frame of this length and sends it until the server has had enough.
   *
   * @return how many bytes it took
   */
  public long hugeFrame(long length) {
    byte[] chunk = new byte[CHUNK];
    long written = 0;
    try {
      header(TEXT, true, length);
      while (written < length && !hasClosed()) {
        out.write(chunk);
        written += chunk.length;
      }
    } catch (IOException refused) {
      return written;
    }
    return written;
  }

  /**
   * Sends one message in fragments until the server has had enough.
   *
   * @return how many bytes it took
   */
  public long fragments(byte[] part, long length) {
    long written = 0;
    try {
      frame(TEXT, false, part);
      for (written = part.length; written < length && !hasClosed(); written += part.length) {
        frame(CONTINUATION, false, part);
      }
    } catch (IOException refused) {
      // That is what the test is about; the reason is read afterwards.
      return written;
    }
    return written;
  }

  /**
   * The entries of a stream that come from now on, until the server has ended the connection.
   *
   * @throws SocketTimeoutException when it has not
   */
  public List<Long> seqsToTheEnd(String stream) throws SocketTimeoutException {
    List<Long> seqs = new ArrayList<>();
    try {
      while (true) {
        JsonNode frame = read();
        if (frame.path("stream").asText().equals(stream) && !frame.findValues("hash").isEmpty()) {
          frame.findValues("seq").forEach(seq -> seqs.add(seq.asLong()));
        }
      }
    } catch (SocketTimeoutException open) {
      throw open;
    } catch (IOException ended) {
      return seqs;
    }
  }

  /** The next text frame. */
  public JsonNode read() throws IOException {
    while (true) {
      Frame frame = next();
      if (frame.opcode() == TEXT) {
        return RestClient.JSON.readTree(frame.payload());
      }
      take(frame);
      if (closeCode != 0) {
        throw new EOFException("closed with " + closeCode);
      }
    }
  }

  /** The code the server closes with; everything before it is passed over. */
  public int awaitClose() throws IOException {
    while (closeCode == 0) {
      take(next());
    }
    return closeCode;
  }

  /** Whether what came so far holds the end. */
  private boolean hasClosed() throws IOException {
    while (closeCode == 0 && in.available() > 0) {
      take(next());
    }
    return closeCode != 0;
  }

  private void take(Frame frame) {
    if (frame.opcode() == CLOSE) {
      closeCode = frame.code();
    }
  }

  /** A frame; its payload is text, or the bytes of a close frame as Latin-1. */
  private record Frame(int opcode, String payload) {
    int code() {
      return payload.length() < 2 ? 1005 : (payload.charAt(0) << 8) | payload.charAt(1);
    }
  }

  private Frame next() throws IOException {
    int opcode = in.readUnsignedByte() & 0xf;
    int length = in.readUnsignedByte() & 0x7f;
    long size = length;
    if (length == 126) {
      size = in.readUnsignedShort();
    } else if (length == 127) {
      size = in.readLong();
    }
    byte[] payload = new byte[Math.toIntExact(size)];
    in.readFully(payload);
    return new Frame(
        opcode,
        new String(payload, opcode == TEXT ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
