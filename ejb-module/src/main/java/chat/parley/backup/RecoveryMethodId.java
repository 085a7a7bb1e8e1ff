package chat.parley.backup;

import java.util.UUID;

/** Which way of recovery. */
public record RecoveryMethodId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
