package chat.parley.identity;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Utf8;

/** The bounds on what a device is called. */
public final class DeviceNames {

  private static final int LENGTH = 64;

  private DeviceNames() {}

  /**
   * A name without blanks around it.
   *
   * @throws InvalidInput unless it has 1 to 64 characters, all of which are seen and none of which
   *     turns the direction of what follows
   */
  public static String checked(String pointer, String text) {
    String name = text.strip();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LENGTH) {
      throw new InvalidInput(pointer, "A name has 1 to " + LENGTH + " characters.");
    }
    if (!Utf8.isWellFormed(name) || name.codePoints().anyMatch(DeviceNames::isUnseen)) {
      throw new InvalidInput(pointer, "The name holds a character that nobody sees.");
    }
    return name;
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    // Joiners are part of emoji and of some scripts.
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.FORMAT && c != 0x200c && c != 0x200d);
  }
}
