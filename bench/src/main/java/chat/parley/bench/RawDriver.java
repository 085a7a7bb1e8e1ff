package chat.parley.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The bare relays' binary protocol (peers/rawws, ceiling.RawRelay): the least a chat over WebSocket
 * can do.
 */
final class RawDriver implements Driver {
  static final byte HELLO = 1;
  static final byte OPEN = 2;
  static final byte SEND = 3; // server to client: acknowledgement
  static final byte MESSAGE = 4;
  private final URI uri;

  RawDriver(String url) {
    uri = URI.create(url);
  }

  @Override
  public CompletionStage<Session> connect(int user, int device, Listener listener) {
    Conn c = new Conn(user, listener);
    Net.connect(uri, null, 1 << 20, c);
    return c.ready;
  }

  private static final class Conn extends Net.Socket implements Session {
    final CompletableFuture<Session> ready = new CompletableFuture<>();
    private final Map<Integer, CompletableFuture<Void>> opens = new HashMap<>();
    private final int user;
    private final Listener listener;

    Conn(int user, Listener listener) {
      this.user = user;
      this.listener = listener;
    }

    @Override
    protected void onOpen() {
      binary(buffer(5).writeByte(HELLO).writeInt(user));
    }

    @Override
    protected void onFrame(ByteBuf f) {
      int at = f.readerIndex();
      switch (f.getByte(at)) {
        case HELLO -> ready.complete(this);
        case OPEN -> opens.remove(f.getInt(at + 1)).complete(null);
        case SEND -> listener.onAck(f.getInt(at + 1));
        case MESSAGE -> listener.onMessage(f, at + 5);
        default -> onClosed("unknown frame");
      }
    }

    @Override
    protected void onClosed(String why) {
      if (!ready.completeExceptionally(new IllegalStateException(why))) {
        listener.onError(why);
      }
    }

    @Override
    public CompletionStage<Void> open(int conversation, int peer) {
      CompletableFuture<Void> f = new CompletableFuture<>();
      opens.put(conversation, f);
      binary(buffer(5).writeByte(OPEN).writeInt(conversation));
      return f;
    }

    @Override
    public void send(int conversation, int peer, int tag, ByteBuf payload) {
      ByteBuf b = buffer(9 + payload.readableBytes());
      b.writeByte(SEND).writeInt(conversation).writeInt(tag).writeBytes(payload);
      payload.release();
      binary(b);
    }

    @Override
    public CompletionStage<Integer> history(int conversation, int peer, int limit) {
      return Net.failed("no history here");
    }
  }
}
