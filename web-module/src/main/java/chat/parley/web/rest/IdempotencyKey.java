package chat.parley.web.rest;

import chat.parley.platform.Ids;
import chat.parley.platform.InvalidInput;
import chat.parley.web.json.StrictJson;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The header by which a client says that a request is the repetition of an earlier one: the same
 * key of the same device gives the first answer, and does nothing a second time.
 */
public final class IdempotencyKey {

  /** The name of the header, and of its description among the shared parameters. */
  public static final String HEADER = "Idempotency-Key";

  private IdempotencyKey() {}

  /**
   * The key; a new one when the client gave none.
   *
   * @param header a UUID, in any case
   * @throws InvalidInput when it is something else
   */
  public static UUID of(@Nullable String header) {
    if (header == null) {
      return Ids.next();
    }
    UUID key = StrictJson.id(header.strip().toLowerCase(Locale.ROOT));
    if (key == null) {
      throw new InvalidInput("/" + HEADER, "The key is a UUID.");
    }
    return key;
  }
}
