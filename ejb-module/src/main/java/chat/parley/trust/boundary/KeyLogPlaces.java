package chat.parley.trust.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.platform.Limits;
import chat.parley.trust.Checkpoint;
import chat.parley.trust.control.CheckpointKeys;
import chat.parley.trust.control.KeyLogTable;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

/** Gives what was stated its places in the log, and signs what the log is then. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class KeyLogPlaces {

  @Inject private KeyLogTable log;
  @Inject private CheckpointKeys keys;

  /**
   * Continues the log by what waits, in one transaction with the checkpoint; one instance after the
   * other.
   *
   * @return whether more may wait
   */
  public boolean place() {
    if (!log.isWaiting()) {
      return false;
    }
    KeyLogTable.Held held = log.hold();
    long size = log.place(held.size());
    if (size == held.size()) {
      return false;
    }
    log.addCheckpoint(size, keys.note(held.origin(), size, log.root(size).bytes()));
    return size - held.size() == Limits.KEY_LOG_BATCH;
  }

  /** The newest checkpoint; of the empty tree before the first. */
  @TransactionAttribute(NOT_SUPPORTED)
  public Checkpoint checkpoint() {
    String origin = log.origin();
    String note = log.checkpoint().orElseGet(() -> keys.note(origin, 0, log.root(0).bytes()));
    return new Checkpoint(note, keys.verifiers(origin));
  }
}
