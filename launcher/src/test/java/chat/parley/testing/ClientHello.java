package chat.parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLSocket;

/** The first message of a TLS connection, also of versions that this JVM itself has given up. */
public final class ClientHello {

  /** Versions as they are on the wire (RFC 2246, 4346). */
  public static final int TLS_1_0 = 0x0301;

  public static final int TLS_1_1 = 0x0302;

  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int RANDOM_BYTES = 32;

  /** With AES in CBC mode, as every server of that time had it. */
  private static final int[] SUITES = {0xC013, 0xC014, 0xC009, 0xC00A, 0x002F, 0x0035};

  private ClientHello() {}

  /** Whether the server goes on with this version; otherwise it sends an alert, or hangs up. */
  public static boolean isTaken(URI server, int version) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(record(version));
      return new DataInputStream(socket.getInputStream()).readUnsignedByte() == HANDSHAKE;
    } catch (EOFException hungUp) {
      return false;
    }
  }

  /** The version in which this JVM and the server talk when the JVM offers this one only. */
  public static String negotiated(URI server, String version) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            AnyCertificate.TLS
                .getSocketFactory()
                .createSocket(server.getHost(), server.getPort())) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private static byte[] record(int version) throws IOException {
    ByteArrayOutputStream hello = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(hello);
    body.writeShort(version);
    body.write(new byte[RANDOM_BYTES]);
    body.writeByte(0); // no session
    body.writeShort(2 * SUITES.length);
    for (int suite : SUITES) {
      body.writeShort(suite);
    }
    body.write(new byte[] {1, 0}); // no compression
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(record);
    out.writeByte(HANDSHAKE);
    out.writeShort(TLS_1_0);
    out.writeShort(hello.size() + 4);
    out.writeInt((CLIENT_HELLO << 24) | hello.size());
    hello.writeTo(out);
    return record.toByteArray();
  }
}
