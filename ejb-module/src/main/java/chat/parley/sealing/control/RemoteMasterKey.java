package chat.parley.sealing.control;

import chat.parley.platform.Unavailable;
import chat.parley.sealing.SealingLog;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A master key in another system. Operators are told once when it is away, and when it is back. */
final class RemoteMasterKey implements MasterKey {

  private final MasterKey key;
  private final AtomicBoolean away = new AtomicBoolean();

  RemoteMasterKey(MasterKey key) {
    this.key = key;
  }

  private interface Question {
    byte[] ask() throws GeneralSecurityException;
  }

  @Override
  public String name() {
    return key.name();
  }

  @Override
  public byte[] wrap(UUID id, byte[] dataKey) throws GeneralSecurityException {
    return watched(() -> key.wrap(id, dataKey));
  }

  @Override
  public byte[] unwrap(UUID id, byte[] wrapped) throws GeneralSecurityException {
    return watched(() -> key.unwrap(id, wrapped));
  }

  private byte[] watched(Question question) throws GeneralSecurityException {
    byte[] answer;
    try {
      answer = question.ask();
    } catch (Unavailable e) {
      if (away.compareAndSet(false, true)) {
        SealingLog.LOG.masterAway(name(), String.valueOf(e.getCause()));
      }
      throw e;
    }
    if (away.compareAndSet(true, false)) {
      SealingLog.LOG.masterBack(name());
    }
    return answer;
  }

  @Override
  public void close() {
    key.close();
  }
}
