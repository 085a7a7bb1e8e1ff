package chat.parley.identity.control;

import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionsRevoked;
import chat.parley.jms.Destinations;
import chat.parley.platform.AccountId;
import chat.parley.platform.InstanceId;
import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The bytes on {@link Destinations#CONTROL}: sealed, so that nobody without the key of the
 * installation can read or forge them; versioned, so that instances of two releases understand each
 * other while one replaces the other.
 */
public class ControlMessages {

  private static final byte[] BOUND_TO = Destinations.CONTROL.getBytes(StandardCharsets.UTF_8);
  private static final int VERSION = 1;
  private static final int SESSIONS_REVOKED = 1;
  private static final int MOST_SESSIONS = 100_000;

  private final Sealer sealer;
  private final InstanceId instance;

  public ControlMessages(Sealer sealer, InstanceId instance) {
    this.sealer = sealer;
    this.instance = instance;
  }

  /** The message that tells other instances. */
  public byte[] encode(SessionsRevoked fact) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeByte(SESSIONS_REVOKED);
      out.writeUTF(instance.toString());
      write(out, fact.account().value());
      out.writeInt(fact.sessions().size());
      for (SessionId session : fact.sessions()) {
        write(out, session.value());
      }
      out.writeUTF(fact.why().name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sealer.seal(bytes.toByteArray(), BOUND_TO);
  }

  /**
   * The fact another instance tells.
   *
   * @return empty when this instance told it itself, or a later release tells what this one does
   *     not know
   * @throws SealBroken when nobody of this installation wrote it
   */
  public Optional<SessionsRevoked> decode(byte[] message) {
    byte[] plain = sealer.unseal(message, BOUND_TO);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      if (in.readByte() != VERSION || in.readByte() != SESSIONS_REVOKED) {
        return Optional.empty();
      }
      boolean own = in.readUTF().equals(instance.toString());
      AccountId account = new AccountId(readId(in));
      int count = in.readInt();
      if (count < 0 || count > MOST_SESSIONS) {
        throw new SealBroken();
      }
      Set<SessionId> sessions = new HashSet<>();
      for (int i = 0; i < count; i++) {
        sessions.add(new SessionId(readId(in)));
      }
      return own
          ? Optional.empty()
          : Optional.of(new SessionsRevoked(account, sessions, readEnd(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An earlier release does not say why, and a later one may have a reason of its own. */
  private static SessionEnd readEnd(DataInputStream in) throws IOException {
    String why = in.available() > 0 ? in.readUTF() : "";
    return Stream.of(SessionEnd.values())
        .filter(each -> each.name().equals(why))
        .findAny()
        .orElse(SessionEnd.REVOKED);
  }

  private static void write(DataOutputStream out, UUID id) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static UUID readId(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }
}
