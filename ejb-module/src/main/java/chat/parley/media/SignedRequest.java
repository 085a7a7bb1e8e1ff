package chat.parley.media;

import java.net.URI;
import java.util.Map;

/**
 * A request that whoever holds it may make of the store without asking Parley, until it is over.
 *
 * @param address with its signature
 * @param headers that are signed, too: the request has them as they are
 */
public record SignedRequest(URI address, Map<String, String> headers) {

  public SignedRequest {
    headers = Map.copyOf(headers);
  }

  /** The headers alone: the address is a secret. */
  @Override
  public String toString() {
    return "SignedRequest" + headers.keySet();
  }
}
