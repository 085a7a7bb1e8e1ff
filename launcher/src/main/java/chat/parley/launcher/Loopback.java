package chat.parley.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The only interface that anything here listens on. */
public final class Loopback {
  public static final InetAddress ADDRESS = address();

  private Loopback() {}

  private static InetAddress address() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
