package chat.parley.trust;

import java.util.List;

/**
 * The newest state of the log of keys, signed.
 *
 * @param note a signed note as C2SP describes checkpoints: origin, size, root hash, signatures
 * @param keys who signs, as verifier keys of signed notes
 */
public record Checkpoint(String note, List<String> keys) {

  public Checkpoint {
    keys = List.copyOf(keys);
  }
}
