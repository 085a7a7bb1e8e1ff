package chat.parley.keys.control;

/** Bytes of a stranger that are not what they should be; the message says what is wrong. */
final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;

  Malformed(String message) {
    super(message);
  }
}
