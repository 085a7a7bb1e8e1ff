package chat.parley.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list.
 *
 * @param items at most the limit asked for
 * @param next the opaque cursor that continues the list; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }
}
