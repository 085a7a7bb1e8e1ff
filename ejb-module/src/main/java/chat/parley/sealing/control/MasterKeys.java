package chat.parley.sealing.control;

import java.util.List;
import java.util.Optional;

/**
 * The master keys of the installation.
 *
 * @param known every key that may have wrapped a data key; the first one wraps new ones
 */
record MasterKeys(List<MasterKey> known) {

  MasterKeys {
    known = List.copyOf(known);
    if (known.isEmpty()) {
      throw new IllegalArgumentException("no master key");
    }
  }

  /** The one that wraps. */
  MasterKey current() {
    return known.get(0);
  }

  /** The one of that name. */
  Optional<MasterKey> named(String name) {
    return known.stream().filter(key -> key.name().equals(name)).findFirst();
  }
}
