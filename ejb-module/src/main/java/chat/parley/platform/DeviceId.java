package chat.parley.platform;

import java.util.UUID;

/** The id of one device of an account: a browser, a phone, an API client. */
public record DeviceId(UUID value) {

  public static DeviceId next() {
    return new DeviceId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
