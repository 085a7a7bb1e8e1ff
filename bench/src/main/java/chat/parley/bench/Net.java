package chat.parley.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** WebSocket clients on one epoll event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is heard of.
public final class Net {
  public static final EventLoopGroup GROUP = new EpollEventLoopGroup(1);
  public static final EventLoop LOOP = GROUP.next();

  private Net() {}

  /**
   * A WebSocket; subclasses react to frames. Writes made while reading are flushed once per read
   * batch.
   */
  public abstract static class Socket {
    protected @Nullable Channel channel;
    private boolean reading;
    private boolean dirty;
    boolean closing;

    protected abstract void onFrame(ByteBuf frame);

    protected abstract void onClosed(String why);

    protected void onOpen() {}

    protected final ByteBuf buffer(int size) {
      return PooledByteBufAllocator.DEFAULT.directBuffer(size);
    }

    protected final void text(String s) {
      write(
          new TextWebSocketFrame(io.netty.buffer.Unpooled.copiedBuffer(s, StandardCharsets.UTF_8)));
    }

    protected final void text(ByteBuf b) {
      write(new TextWebSocketFrame(b));
    }

    protected final void binary(ByteBuf b) {
      write(new BinaryWebSocketFrame(b));
    }

    private void write(WebSocketFrame f) {
      Channel open = Objects.requireNonNull(channel, "not connected");
      open.write(f, open.voidPromise());
      dirty = true;
      if (!reading) {
        flush();
      }
    }

    private void flush() {
      if (dirty) {
        dirty = false;
        Objects.requireNonNull(channel, "not connected").flush();
      }
    }

    public final void close() {
      closing = true;
      if (channel != null) {
        channel.close();
      }
    }
  }

  public static void connect(URI uri, @Nullable String subprotocol, int maxFrame, Socket socket) {
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(uri)
            .version(WebSocketVersion.V13)
            .subprotocol(subprotocol)
            .customHeaders(
                new DefaultHttpHeaders()
                    .set(HttpHeaderNames.ORIGIN, "http://" + uri.getHost() + ":" + uri.getPort()))
            .maxFramePayloadLength(maxFrame)
            .performMasking(true)
            .allowMaskMismatch(false)
            .withUTF8Validator(false)
            .handshakeTimeoutMillis(30_000)
            .build();
    new Bootstrap()
        .group(LOOP)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 30_000)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel ch) {
                socket.channel = ch;
                ch.pipeline()
                    .addLast(
                        new HttpClientCodec(),
                        new HttpObjectAggregator(65536),
                        new WebSocketClientProtocolHandler(config),
                        new WebSocketFrameAggregator(maxFrame),
                        new Handler(socket));
              }
            })
        .connect(uri.getHost(), uri.getPort())
        .addListener(
            f -> {
              if (!f.isSuccess()) {
                socket.onClosed(String.valueOf(f.cause()));
              }
            });
  }

  private static final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Socket socket;

    Handler(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object e) {
      if (e == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        socket.onOpen();
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame f) {
      socket.reading = true;
      if (f instanceof CloseWebSocketFrame c) {
        socket.onClosed("close " + c.statusCode() + " " + c.reasonText());
      } else {
        socket.onFrame(f.content());
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      socket.reading = false;
      socket.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (!socket.closing) {
        socket.onClosed("connection lost");
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable t) {
      socket.onClosed(t.toString());
      ctx.close();
    }
  }

  /** Runs a task on the event loop, not before this time has passed. */
  static void later(Runnable task, long nanos) {
    LOOP.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  /** Runs a task on the event loop when what it does now is done. */
  static void soon(Runnable task) {
    LOOP.execute(task);
  }

  static <T> CompletableFuture<T> failed(String why) {
    return CompletableFuture.failedFuture(new IllegalStateException(why));
  }
}
