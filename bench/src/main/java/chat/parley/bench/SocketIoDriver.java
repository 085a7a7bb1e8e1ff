package chat.parley.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Socket.IO 4 (Engine.IO 4) over WebSocket only, for peers/nodechat. */
final class SocketIoDriver implements Driver {
  private static final int CALLS =
      1_000_000_000; // acknowledgement ids from here are calls, below are messages
  private final URI[] uris;

  SocketIoDriver(String urls) {
    String[] u = urls.split(",", -1);
    uris = new URI[u.length];
    for (int i = 0; i < u.length; i++) {
      uris[i] = URI.create(u[i] + "/socket.io/?EIO=4&transport=websocket");
    }
  }

  @Override
  public CompletionStage<Session> connect(int user, int device, Listener listener) {
    Conn c = new Conn(user, listener);
    // spread as a load balancer would: partners often land on different processes
    Net.connect(
        uris[Integer.remainderUnsigned(((user + device) * 0x9E3779B1) >>> 16, uris.length)],
        null,
        1 << 20,
        c);
    return c.ready;
  }

  private static final class Conn extends Net.Socket implements Session {
    final CompletableFuture<Session> ready = new CompletableFuture<>();
    private final Map<Integer, CompletableFuture<Integer>> calls = new HashMap<>();
    private final int user;
    private final Listener listener;
    private int nextCall = CALLS;

    Conn(int user, Listener listener) {
      this.user = user;
      this.listener = listener;
    }

    @Override
    protected void onFrame(ByteBuf f) {
      int n = f.readableBytes();
      int at = f.readerIndex();
      byte type = f.getByte(at);
      if (type == '2') {
        text("3");
      } else if (type == '0') {
        text("40{\"user\":" + user + ",\"token\":\"tok" + user + "\"}");
      } else if (type == '4' && n > 1) {
        switch (f.getByte(at + 1)) {
          case '0' -> ready.complete(this);
          case '2' -> {
            int p = Payload.find(f, at);
            if (p >= 0) {
              listener.onMessage(f, p);
            }
          }
          case '3' -> onAck(f, at + 2);
          default -> onClosed(f.toString(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }

    private void onAck(ByteBuf f, int at) {
      int id = 0;
      int c;
      for (; (c = f.getByte(at)) != '['; at++) {
        id = id * 10 + c - '0';
      }
      if (id < CALLS) {
        if (f.getByte(at + 1) == '0') {
          listener.onError("refused");
        } else {
          listener.onAck(id);
        }
      } else {
        int rows = 0;
        for (int i = at; i < f.writerIndex(); i++) {
          if (f.getByte(i) == '{') {
            rows++;
          }
        }
        calls.remove(id).complete(rows);
      }
    }

    @Override
    protected void onClosed(String why) {
      if (!ready.completeExceptionally(new IllegalStateException(why))) {
        listener.onError(why);
      }
    }

    private CompletableFuture<Integer> call(String args) {
      CompletableFuture<Integer> f = new CompletableFuture<>();
      calls.put(nextCall, f);
      text("42" + nextCall++ + args);
      return f;
    }

    @Override
    public CompletionStage<Void> open(int conversation, int peer) {
      return call("[\"open\",\"c" + conversation + "\"]").thenApply(n -> null);
    }

    @Override
    public void send(int conversation, int peer, int tag, ByteBuf payload) {
      ByteBuf b = buffer(payload.readableBytes() + 48);
      b.writeCharSequence(
          "42" + tag + "[\"msg\",\"c" + conversation + "\",\"",
          java.nio.charset.StandardCharsets.US_ASCII);
      b.writeBytes(payload).writeByte('"').writeByte(']');
      payload.release();
      text(b);
    }

    @Override
    public CompletionStage<Integer> history(int conversation, int peer, int limit) {
      return call("[\"history\",\"c" + conversation + "\"," + limit + "]");
    }
  }
}
