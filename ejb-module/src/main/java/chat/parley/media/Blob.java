package chat.parley.media;

import java.util.Arrays;
import java.util.Objects;

/** Bytes with their media type. */
public final class Blob {

  private final String type;
  private final byte[] bytes;

  public Blob(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes.clone();
  }

  /** The media type. */
  public String type() {
    return type;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob that && type.equals(that.type) && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, Arrays.hashCode(bytes));
  }

  @Override
  public String toString() {
    return type + " of " + bytes.length + " bytes";
  }
}
