package chat.parley.bench.ceiling;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * Physical limits, not a product: a bare relay on Netty, one event loop, binary frames. {@code
 * RawRelay port} keeps nothing. {@code RawRelay port jdbc-url} commits every message to PostgreSQL
 * before it is delivered and acknowledged, all that wait in one COPY and one commit.
 */
// What fails closes its channel, which is heard of; the buffers are wrapped arrays.
@SuppressWarnings({"FutureReturnValueIgnored", "ByteBufferBackingArray"})
public final class RawRelay {
  private static final int MAX_BATCH = 4096;
  private static final Map<Integer, List<Channel>> ROOMS = new HashMap<>();
  private static final EventLoopGroup LOOP = new EpollEventLoopGroup(1);
  private static final Object LOCK = new Object();
  private static final ArrayDeque<Pending> WAITING = new ArrayDeque<>();
  private static boolean stores;

  private record Pending(Channel from, int conversation, int tag, ByteBuffer body) {}

  private RawRelay() {}

  public static void main(String[] a) throws Exception {
    if (a.length > 1) {
      stores = true;
      String database = a[1];
      Thread t = new Thread(() -> write(database), "writer");
      t.setDaemon(true);
      t.start();
    }
    new ServerBootstrap()
        .group(LOOP)
        .channel(EpollServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 4096)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel ch) {
                ch.pipeline()
                    .addLast(
                        new HttpServerCodec(),
                        new HttpObjectAggregator(8192),
                        new WebSocketServerProtocolHandler("/"),
                        new Handler());
              }
            })
        .bind("127.0.0.1", Integer.parseInt(a[0]))
        .sync();
    System.out.println("listening");
  }

  private static void write(String database) {
    List<Pending> batch = new ArrayList<>();
    try (Connection db = DriverManager.getConnection(database);
        Statement statement = db.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS raw_message (id bigserial PRIMARY KEY, conv int NOT NULL,"
              + " body bytea NOT NULL, created timestamptz NOT NULL DEFAULT now())");
      statement.execute("CREATE INDEX IF NOT EXISTS raw_message_conv ON raw_message (conv, id)");
      while (true) {
        batch.clear();
        synchronized (LOCK) {
          while (WAITING.isEmpty()) {
            LOCK.wait();
          }
          while (!WAITING.isEmpty() && batch.size() < MAX_BATCH) {
            batch.add(WAITING.poll());
          }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(batch.size() * 330 + 32);
        DataOutputStream o = new DataOutputStream(bytes);
        o.write(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0});
        o.writeLong(0);
        for (Pending p : batch) {
          o.writeShort(2);
          o.writeInt(4);
          o.writeInt(p.conversation);
          o.writeInt(p.body.remaining());
          o.write(p.body.array());
        }
        o.writeShort(-1);
        db.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY raw_message (conv, body) FROM STDIN BINARY",
                new ByteArrayInputStream(bytes.toByteArray()));
        List<Pending> done = new ArrayList<>(batch);
        LOOP.next()
            .execute(
                () -> {
                  Set<Channel> dirty = new HashSet<>();
                  for (Pending p : done) {
                    deliver(
                        p.from,
                        p.conversation,
                        p.tag,
                        io.netty.buffer.Unpooled.wrappedBuffer(p.body),
                        dirty);
                  }
                  dirty.forEach(Channel::flush);
                });
      }
    } catch (SQLException | IOException | InterruptedException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void deliver(
      Channel from, int conversation, int tag, ByteBuf body, Set<Channel> dirty) {
    ByteBuf out =
        from.alloc()
            .directBuffer(5 + body.readableBytes())
            .writeByte(4)
            .writeInt(conversation)
            .writeBytes(body);
    for (Channel c : ROOMS.getOrDefault(conversation, List.of())) {
      if (c != from) {
        c.write(new BinaryWebSocketFrame(out.retainedDuplicate()), c.voidPromise());
        dirty.add(c);
      }
    }
    out.release();
    from.write(
        new BinaryWebSocketFrame(from.alloc().directBuffer(5).writeByte(3).writeInt(tag)),
        from.voidPromise());
    dirty.add(from);
  }

  private static final class Handler extends SimpleChannelInboundHandler<BinaryWebSocketFrame> {
    private final List<Integer> mine = new ArrayList<>();
    private final Set<Channel> dirty = new HashSet<>();

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, BinaryWebSocketFrame f) {
      ByteBuf b = f.content();
      switch (b.readByte()) {
        case 3 -> {
          int conversation = b.readInt();
          int tag = b.readInt();
          if (!stores) {
            deliver(ctx.channel(), conversation, tag, b, dirty);
          } else {
            byte[] body = new byte[b.readableBytes()];
            b.readBytes(body);
            synchronized (LOCK) {
              WAITING.add(new Pending(ctx.channel(), conversation, tag, ByteBuffer.wrap(body)));
              LOCK.notify();
            }
          }
        }
        case 2 -> {
          int conversation = b.readInt();
          ROOMS.computeIfAbsent(conversation, k -> new ArrayList<>()).add(ctx.channel());
          mine.add(conversation);
          ctx.channel()
              .write(
                  new BinaryWebSocketFrame(
                      ctx.alloc().directBuffer(5).writeByte(2).writeInt(conversation)));
          dirty.add(ctx.channel());
        }
        default -> {
          ctx.channel().write(new BinaryWebSocketFrame(ctx.alloc().directBuffer(1).writeByte(1)));
          dirty.add(ctx.channel());
        }
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      dirty.forEach(Channel::flush);
      dirty.clear();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      mine.forEach(c -> ROOMS.getOrDefault(c, new ArrayList<>()).remove(ctx.channel()));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable t) {
      ctx.close();
    }
  }
}
