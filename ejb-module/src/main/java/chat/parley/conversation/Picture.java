package chat.parley.conversation;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.util.Arrays;
import java.util.Objects;

/** A small picture in one of three formats, which its own bytes must say. */
public final class Picture {

  private final String type;
  private final byte[] bytes;

  private Picture(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /**
   * A picture that somebody sent.
   *
   * @param type the media type he says it has
   * @throws InvalidInput unless the bytes are of that type, at most {@link Limits#PICTURE_BYTES},
   *     and the picture at most {@link Limits#PICTURE_PIXELS} wide and high
   */
  public static Picture of(String type, byte[] bytes) {
    if (bytes.length == 0 || bytes.length > Limits.PICTURE_BYTES) {
      throw new InvalidInput("", "A picture has at most " + Limits.PICTURE_BYTES + " bytes.");
    }
    PictureFormat.Found found = PictureFormat.look(bytes);
    if (found == null || !found.type().equals(type)) {
      throw new InvalidInput("", "The bytes are not a picture of the type that was named.");
    }
    if (found.width() < 1
        || found.height() < 1
        || found.width() > Limits.PICTURE_PIXELS
        || found.height() > Limits.PICTURE_PIXELS) {
      throw new InvalidInput(
          "", "A picture is at most " + Limits.PICTURE_PIXELS + " pixels wide and high.");
    }
    return new Picture(type, bytes.clone());
  }

  /** A picture that was stored. */
  public static Picture stored(String type, byte[] bytes) {
    return new Picture(type, bytes.clone());
  }

  /** The media type. */
  public String type() {
    return type;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that
        && type.equals(that.type)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, Arrays.hashCode(bytes));
  }
}
