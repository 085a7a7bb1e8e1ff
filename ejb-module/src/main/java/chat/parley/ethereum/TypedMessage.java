package chat.parley.ethereum;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message of EIP-712 whose domain has a name and a version, and whose fields are texts and
 * addresses.
 *
 * @param fields their values by type and name, such as {@code string purpose}, in their order
 */
public record TypedMessage(String domain, String version, String type, Map<String, String> fields) {

  public TypedMessage {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
