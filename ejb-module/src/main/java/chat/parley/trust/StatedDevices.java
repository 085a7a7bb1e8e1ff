package chat.parley.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Devices of a conversation.
 *
 * @param accounts whose devices they are, as far as these have keys
 * @param next where the next page begins; null on the last
 */
public record StatedDevices(
    List<StatedDevice> items, List<StatedAccount> accounts, @Nullable String next) {

  public StatedDevices {
    items = List.copyOf(items);
    accounts = List.copyOf(accounts);
  }
}
