package chat.parley.tip;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The opaque id of a tip. */
public record TipId(UUID value) {

  public static TipId next() {
    return new TipId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
