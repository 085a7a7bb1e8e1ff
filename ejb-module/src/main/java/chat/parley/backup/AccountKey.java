package chat.parley.backup;

import chat.parley.platform.WireBytes;
import java.time.Instant;
import java.util.List;

/**
 * The key of an account, with the ways to it.
 *
 * @param key the public half: 32 bytes of Ed25519
 * @param since when it was registered
 * @param methods the oldest first
 */
public record AccountKey(WireBytes key, Instant since, List<Way> methods) {

  /** A way of recovery, and since when. */
  public record Way(RecoveryMethod method, Instant since) {}

  public AccountKey {
    methods = List.copyOf(methods);
  }
}
