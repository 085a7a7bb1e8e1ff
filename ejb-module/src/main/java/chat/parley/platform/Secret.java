package chat.parley.platform;

/** A setting nobody may read in a log: says nothing but that it is there. */
public record Secret(String value) {

  /** The characters, for interfaces that take a password as an array. */
  public char[] chars() {
    return value.toCharArray();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
