package chat.parley.realtime.control;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InstanceId;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.ServerFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News as bytes, version 4 (big-endian, {@link DataOutputStream}):
 *
 * <pre>
 * version 4 | instance UTF | count int | count times: type 1 byte, then
 *   1 entry: stream letter 1, owner 16, seq 8, kind UTF, seconds 8, nanos 4,
 *            by, device, cid (each a flag and 16), hash 32, body (a flag, length 4, UTF-8),
 *            expires (a flag, seconds 8, nanos 4)
 *   2 watermarks: conversation 16, own only 1, count 4, count times account 16, delivered 8, read 8
 *   3 device connected: device 16, connection 16
 *   4 signal: kind UTF, stream letter 1, owner 16, account 16, milliseconds 4
 *   5 presence: count 4, count times account 16, state 1: 0 gone, 1 active, 2 away
 * </pre>
 */
public final class NewsBytes {

  private static final int VERSION = 4;
  private static final int ENTRY = 1;
  private static final int WATERMARKS = 2;
  private static final int DEVICE = 3;
  private static final int SIGNAL = 4;
  private static final int PRESENCE = 5;
  private static final int GONE = 0;
  private static final int ACTIVE = 1;
  private static final int AWAY = 2;
  private static final int HASH_BYTES = 32;

  private NewsBytes() {}

  /** News with the instance it came from. */
  public record Parcel(InstanceId from, List<News> news) {

    public Parcel {
      news = List.copyOf(news);
    }
  }

  /** The bytes are not of a version that this instance reads. */
  public static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Packs. */
  public static byte[] pack(Parcel parcel) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(parcel.from().value());
      out.writeInt(parcel.news().size());
      for (News news : parcel.news()) {
        pack(news, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void pack(News news, DataOutputStream out) throws IOException {
    if (news instanceof News.Committed committed) {
      out.writeByte(ENTRY);
      packEntry(committed.entry(), out);
    } else if (news instanceof News.Moved moved) {
      out.writeByte(WATERMARKS);
      packId(moved.conversation().value(), out);
      out.writeBoolean(moved.ownOnly());
      out.writeInt(moved.watermarks().size());
      for (Watermark watermark : moved.watermarks()) {
        packId(watermark.account().value(), out);
        out.writeLong(watermark.delivered());
        out.writeLong(watermark.read());
      }
    } else if (news instanceof News.Taken taken) {
      out.writeByte(DEVICE);
      packId(taken.device().value(), out);
      packId(taken.connection(), out);
    } else if (news instanceof News.Signalled signalled) {
      out.writeByte(SIGNAL);
      packSignal(signalled.signal(), out);
    } else if (news instanceof News.Present present) {
      out.writeByte(PRESENCE);
      out.writeInt(present.sightings().size());
      for (Sighting sighting : present.sightings()) {
        packId(sighting.account().value(), out);
        out.writeByte(stateCode(sighting.state()));
      }
    }
  }

  private static int stateCode(@Nullable PresenceState state) {
    return state == null
        ? GONE
        : switch (state) {
          case ACTIVE -> ACTIVE;
          case AWAY -> AWAY;
        };
  }

  private static void packSignal(ServerFrame.Signal signal, DataOutputStream out)
      throws IOException {
    out.writeUTF(signal.kind().name());
    packStream(signal.stream(), out);
    packId(signal.by().value(), out);
    out.writeInt(Math.toIntExact(signal.ttl().toMillis()));
  }

  private static void packStream(StreamId stream, DataOutputStream out) throws IOException {
    out.writeByte(stream.kind().letter());
    packId(stream.owner(), out);
  }

  private static void packEntry(Entry entry, DataOutputStream out) throws IOException {
    packStream(entry.stream(), out);
    out.writeLong(entry.seq());
    out.writeUTF(entry.kind());
    packTime(entry.at(), out);
    AccountId by = entry.by();
    DeviceId device = entry.device();
    packOptional(by == null ? null : by.value(), out);
    packOptional(device == null ? null : device.value(), out);
    packOptional(entry.cid(), out);
    out.write(entry.hash().bytes());
    String body = entry.body();
    out.writeBoolean(body != null);
    if (body != null) {
      byte[] text = body.getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
    Instant expiresAt = entry.expiresAt();
    out.writeBoolean(expiresAt != null);
    if (expiresAt != null) {
      packTime(expiresAt, out);
    }
  }

  private static void packTime(Instant time, DataOutputStream out) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private static void packId(UUID id, DataOutputStream out) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static void packOptional(@Nullable UUID id, DataOutputStream out) throws IOException {
    out.writeBoolean(id != null);
    if (id != null) {
      packId(id, out);
    }
  }

  /**
   * Unpacks.
   *
   * @throws Unreadable when the bytes are anything but what {@link #pack} makes
   */
  public static Parcel unpack(byte[] bytes) throws Unreadable {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new Unreadable("version " + version, null);
      }
      InstanceId from = new InstanceId(in.readUTF());
      int count = in.readInt();
      List<News> news = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        news.add(unpackNews(in));
      }
      if (in.available() > 0) {
        throw new Unreadable("bytes after the end", null);
      }
      return new Parcel(from, news);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new Unreadable("damaged", e);
    }
  }

  private static News unpackNews(DataInputStream in) throws IOException, Unreadable {
    int type = in.readUnsignedByte();
    return switch (type) {
      case ENTRY -> new News.Committed(unpackEntry(in));
      case WATERMARKS -> {
        ConversationId conversation = new ConversationId(unpackId(in));
        boolean ownOnly = in.readBoolean();
        int count = in.readInt();
        List<Watermark> watermarks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          watermarks.add(new Watermark(new AccountId(unpackId(in)), in.readLong(), in.readLong()));
        }
        yield new News.Moved(conversation, watermarks, ownOnly);
      }
      case DEVICE -> new News.Taken(new DeviceId(unpackId(in)), unpackId(in));
      case SIGNAL -> new News.Signalled(unpackSignal(in));
      case PRESENCE -> {
        int count = in.readInt();
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          sightings.add(new Sighting(new AccountId(unpackId(in)), unpackState(in)));
        }
        yield new News.Present(sightings);
      }
      default -> throw new Unreadable("news of type " + type, null);
    };
  }

  private static @Nullable PresenceState unpackState(DataInputStream in)
      throws IOException, Unreadable {
    int state = in.readUnsignedByte();
    return switch (state) {
      case GONE -> null;
      case ACTIVE -> PresenceState.ACTIVE;
      case AWAY -> PresenceState.AWAY;
      default -> throw new Unreadable("presence " + state, null);
    };
  }

  private static ServerFrame.Signal unpackSignal(DataInputStream in) throws IOException {
    return new ServerFrame.Signal(
        ServerFrame.Signal.Kind.valueOf(in.readUTF()),
        unpackStream(in),
        new AccountId(unpackId(in)),
        Duration.ofMillis(in.readInt()));
  }

  private static StreamId unpackStream(DataInputStream in) throws IOException {
    return new StreamId(StreamId.Kind.of((char) in.readUnsignedByte()), unpackId(in));
  }

  private static Entry unpackEntry(DataInputStream in) throws IOException, Unreadable {
    StreamId stream = unpackStream(in);
    long seq = in.readLong();
    String kind = in.readUTF();
    Instant at = unpackTime(in);
    UUID by = unpackOptional(in);
    UUID device = unpackOptional(in);
    UUID cid = unpackOptional(in);
    byte[] hash = new byte[HASH_BYTES];
    in.readFully(hash);
    String body = in.readBoolean() ? unpackText(in) : null;
    Instant expiresAt = in.readBoolean() ? unpackTime(in) : null;
    return new Entry(
        stream,
        seq,
        kind,
        at,
        by == null ? null : new AccountId(by),
        device == null ? null : new DeviceId(device),
        cid,
        EntryHash.of(hash),
        body,
        expiresAt);
  }

  private static Instant unpackTime(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static String unpackText(DataInputStream in) throws IOException, Unreadable {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new Unreadable("a body of " + length + " bytes", null);
    }
    byte[] text = new byte[length];
    in.readFully(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static UUID unpackId(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }

  private static @Nullable UUID unpackOptional(DataInputStream in) throws IOException {
    return in.readBoolean() ? unpackId(in) : null;
  }
}
