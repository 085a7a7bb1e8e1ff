package chat.parley.torture.nemesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A network in front of one port that can be made bad: slow, deaf, or cut after a byte. */
public final class FaultProxy implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;

  private final InetSocketAddress target;
  private final ServerSocket door;
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private final AtomicLong cuts = new AtomicLong();
  private volatile long delayNanos;
  private volatile boolean deaf;
  private volatile boolean closed;

  private FaultProxy(int port) throws IOException {
    target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  /** A good network in front of a port of this machine. */
  public static FaultProxy before(int port) {
    try {
      FaultProxy proxy = new FaultProxy(port);
      proxy.inBackground(proxy::accept, "proxy-" + port);
      return proxy;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Where to connect to. */
  public int port() {
    return door.getLocalPort();
  }

  /** Every piece of data takes so much longer, in both directions. */
  public void delay(long ms) {
    delayNanos = TimeUnit.MILLISECONDS.toNanos(ms);
  }

  /** Nothing arrives any more and nobody is told; false lets everything that waited go on. */
  public void deaf(boolean wanted) {
    deaf = wanted;
  }

  /** Resets every connection after so many more bytes from the server: in the middle of a frame. */
  public void cutAfter(long bytes) {
    pairs.forEach(pair -> pair.left.set(bytes));
  }

  /** How many connections were reset. */
  public long cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      pairs.forEach(pair -> pair.end(false));
    }
  }

  private void accept() {
    while (!closed) {
      try {
        Socket client = door.accept();
        inBackground(() -> serve(client), "proxy-connection");
      } catch (IOException over) {
        // The door is closed, or the client has thought better of it.
        Thread.onSpinWait();
      }
    }
  }

  private void serve(Socket client) {
    waitWhileDeaf();
    Socket server = new Socket();
    Pair pair = new Pair(client, server);
    pairs.add(pair);
    try {
      server.connect(target, 5_000);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      inBackground(() -> pair.pump(server, client, true), "proxy-down");
      pair.pump(client, server, false);
    } catch (IOException refused) {
      pair.end(false);
    }
  }

  private void waitWhileDeaf() {
    while (deaf && !closed) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private void inBackground(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** A client and its connection to the server. */
  private final class Pair {
    private final Socket client;
    private final Socket server;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    Pair(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void pump(Socket from, Socket to, boolean counted) {
      byte[] buffer = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          waitWhileDeaf();
          if (delayNanos > 0) {
            LockSupport.parkNanos(delayNanos);
          }
          int allowed = counted ? (int) Math.min(read, left.get()) : read;
          out.write(buffer, 0, allowed);
          if (counted && left.get() != Long.MAX_VALUE && left.addAndGet(-allowed) <= 0) {
            cuts.incrementAndGet();
            end(true);
            return;
          }
        }
        end(false);
      } catch (IOException over) {
        end(false);
      }
    }

    void end(boolean reset) {
      pairs.remove(this);
      close(client, reset);
      close(server, reset);
    }

    private static void close(Socket socket, boolean reset) {
      try {
        if (reset) {
          socket.setSoLinger(true, 0);
        }
        socket.close();
      } catch (IOException gone) {
        // It is given up: that it cannot be closed is no news.
        Thread.onSpinWait();
      }
    }
  }
}
