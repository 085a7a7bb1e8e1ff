package chat.parley.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * XMPP over WebSocket (RFC 7395) with stream management (XEP-0198), archive queries (XEP-0313) and
 * rooms (XEP-0045). A one-to-one message is acknowledged by the stream's {@code <a h=.../>}: both
 * ejabberd and Prosody archive a stanza before they answer the {@code <r/>} behind it. A room
 * message is acknowledged by its reflection.
 */
final class XmppDriver implements Driver {
  private static final String SM = "urn:xmpp:sm:3";
  private final URI uri;
  private final String domain;

  XmppDriver(String url, String domain) {
    this.uri = URI.create(url);
    this.domain = domain;
  }

  @Override
  public CompletionStage<Session> connect(int user, int device, Listener listener) {
    Conn c = new Conn(user, device, listener);
    Net.connect(uri, "xmpp", 1 << 20, c);
    return c.ready;
  }

  private final class Conn extends Net.Socket implements Session {
    final CompletableFuture<Session> ready = new CompletableFuture<>();
    private final int user;
    private final int device;
    private final Listener listener;
    private final Map<Integer, CompletableFuture<Void>> joins = new HashMap<>();
    private final ArrayDeque<long[]> unacked = new ArrayDeque<>(); // stanza number, tag
    private final ArrayDeque<CompletableFuture<Integer>> queries = new ArrayDeque<>();
    private boolean authenticated;
    private boolean managed;
    private long sent;
    private long handled;
    private int rows;

    Conn(int user, int device, Listener listener) {
      this.user = user;
      this.device = device;
      this.listener = listener;
    }

    @Override
    protected void onOpen() {
      text("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='" + domain + "' version='1.0'/>");
    }

    @Override
    protected void onFrame(ByteBuf f) {
      int at = f.readerIndex();
      byte a = f.getByte(at + 1);
      byte b = f.getByte(at + 2);
      if (managed) {
        if (a == 'm') {
          handled++;
          onMessage(f);
        } else if (a == 'a' && (b == ' ')) {
          onAcked(f);
        } else if (a == 'r' && (b == ' ' || b == '/')) {
          text("<a xmlns='" + SM + "' h='" + handled + "'/>");
        } else if (a == 'p' || a == 'i') {
          handled++;
          onOther(f.toString(StandardCharsets.UTF_8));
        } else {
          onClosed(f.toString(StandardCharsets.UTF_8));
        }
      } else {
        login(f.toString(StandardCharsets.UTF_8));
      }
    }

    private void login(String s) {
      if (s.startsWith("<open")) {
        return;
      }
      if (s.contains("<mechanisms") || s.contains("<mechanism>")) {
        String plain = "\0u" + user + "\0tok" + user;
        text(
            "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8))
                + "</auth>");
      } else if (s.startsWith("<success")) {
        authenticated = true;
        onOpen();
      } else if (authenticated && s.contains("features") && s.contains("xmpp-bind")) {
        text(
            "<iq xmlns='jabber:client' type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>d"
                + device
                + "</resource></bind></iq>");
      } else if (s.startsWith("<iq") && s.contains("<jid>")) {
        text("<enable xmlns='" + SM + "'/>");
      } else if (s.startsWith("<enabled")) {
        managed = true;
        stanza("<presence xmlns='jabber:client'/>");
        ready.complete(this);
      } else {
        onClosed(s);
      }
    }

    private void stanza(String s) {
      sent++;
      text(s);
    }

    private void onMessage(ByteBuf f) {
      int p = Payload.find(f, f.readerIndex());
      if (p < 0) {
        String s = f.toString(StandardCharsets.UTF_8);
        if (s.contains("<result")) {
          rows++;
        } else if (s.contains("type='error'") || s.contains("type=\"error\"")) {
          listener.onError(s);
        }
        return;
      }
      if (!queries.isEmpty()) {
        rows++;
      } else if (Payload.sender(f, p) == user) { // a room reflects our own message: id='t<tag>'
        int i = f.readerIndex();
        for (;
            !(f.getByte(i) == ' '
                && f.getByte(i + 1) == 'i'
                && f.getByte(i + 2) == 'd'
                && f.getByte(i + 5) == 't');
            i++) {
          // find the id
        }
        int tag = 0;
        for (i += 6; f.getByte(i) >= '0' && f.getByte(i) <= '9'; i++) {
          tag = tag * 10 + f.getByte(i) - '0';
        }
        listener.onAck(tag);
      } else {
        listener.onMessage(f, p);
      }
    }

    private void onAcked(ByteBuf f) {
      int i = f.readerIndex() + 2;
      while (!(f.getByte(i) == 'h' && f.getByte(i + 1) == '=')) {
        i++;
      }
      long h = 0;
      for (i += 3; f.getByte(i) >= '0' && f.getByte(i) <= '9'; i++) {
        h = h * 10 + f.getByte(i) - '0';
      }
      while (!unacked.isEmpty() && unacked.peek()[0] <= h) {
        listener.onAck((int) unacked.poll()[1]);
      }
    }

    private void onOther(String s) {
      if (s.startsWith("<presence")) {
        int room = s.indexOf("room");
        if (room > 0 && (s.contains("'110'") || s.contains("\"110\""))) {
          int id = Integer.parseInt(s.substring(room + 4, s.indexOf('@', room)));
          CompletableFuture<Void> f = joins.remove(id);
          if (f != null) {
            f.complete(null);
          }
        } else if (s.contains("'error'") || s.contains("\"error\"")) {
          onClosed(s);
        }
      } else if (s.contains("<fin")) {
        int n = rows;
        rows = 0;
        queries.poll().complete(n);
      } else if (s.contains("'error'") || s.contains("\"error\"")) {
        onClosed(s);
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
      if (peer >= 0) {
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Void> f = new CompletableFuture<>();
      joins.put(conversation, f);
      stanza(
          "<presence xmlns='jabber:client' to='room"
              + conversation
              + "@conference."
              + domain
              + "/n"
              + user
              + "'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>");
      return f;
    }

    @Override
    public void send(int conversation, int peer, int tag, ByteBuf payload) {
      boolean group = peer < 0;
      String to =
          group
              ? "room" + conversation + "@conference." + domain
              : "u" + peer + "@" + domain + "/d0";
      ByteBuf b = buffer(payload.readableBytes() + 160);
      b.writeCharSequence(
          "<message xmlns='jabber:client' type='"
              + (group ? "groupchat" : "chat")
              + "' to='"
              + to
              + "' id='t"
              + tag
              + "'><body>",
          StandardCharsets.US_ASCII);
      b.writeBytes(payload);
      b.writeCharSequence("</body></message>", StandardCharsets.US_ASCII);
      payload.release();
      sent++;
      text(b);
      if (!group) {
        unacked.add(new long[] {sent, tag});
      }
      text("<r xmlns='" + SM + "'/>");
    }

    @Override
    public CompletionStage<Integer> history(int conversation, int peer, int limit) {
      CompletableFuture<Integer> f = new CompletableFuture<>();
      queries.add(f);
      stanza(
          "<iq xmlns='jabber:client' type='set' id='q"
              + sent
              + "'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'>"
              + "<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field><field var='with'><value>u"
              + peer
              + "@"
              + domain
              + "</value></field></x><set xmlns='http://jabber.org/protocol/rsm'><max>"
              + limit
              + "</max><before/></set></query></iq>");
      return f;
    }
  }
}
