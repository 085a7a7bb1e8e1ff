package chat.parley.keys;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** What only a device with a registered key does. */
public final class DeviceKeyNeeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("device-key-needed", 409, "This device has no key yet");

  public DeviceKeyNeeded() {
    super(TYPE, "Register the key of this device first.");
  }
}
