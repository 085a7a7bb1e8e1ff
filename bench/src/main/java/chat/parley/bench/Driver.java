package chat.parley.bench;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletionStage;

/**
 * Speaks one chat system's client protocol. Everything runs on the single event loop of {@link
 * Net}; a driver needs no locks. To add a system: implement this, register it in {@link
 * Main#driver}.
 */
public interface Driver {

  /**
   * Connects, authenticates and makes {@code user} (on its {@code device}) able to send and
   * receive.
   */
  CompletionStage<Session> connect(int user, int device, Listener listener);

  /** One connected user. */
  interface Session {
    /** Joins a conversation; {@code peer} is the partner's user number, or -1 for a group. */
    CompletionStage<Void> open(int conversation, int peer);

    /**
     * Sends; the system's durable acknowledgement is reported with the same tag. The payload
     * (ASCII, safe in JSON and XML text) is released by the driver. Tags grow by one per session,
     * from 0.
     */
    void send(int conversation, int peer, int tag, ByteBuf payload);

    /** Fetches the newest {@code limit} messages; gives the number that came. */
    CompletionStage<Integer> history(int conversation, int peer, int limit);

    void close();
  }

  interface Listener {
    void onAck(int tag);

    /** {@code frame} contains a payload at {@code at}; valid only during the call. */
    void onMessage(ByteBuf frame, int at);

    /** The server refused a message or the connection failed. */
    void onError(String what);
  }
}
