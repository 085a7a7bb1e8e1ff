package chat.parley.media;

import chat.parley.platform.Ids;
import java.util.UUID;

/** Names something that was uploaded, in all its sizes: what is uploaded anew has another one. */
public record MediaId(UUID value) {

  /** A new one. */
  public static MediaId next() {
    return new MediaId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
