package chat.parley.media;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;

/**
 * The square of a picture that is shown, in pixels of the picture as people see it, upright.
 *
 * @param x of its left edge
 * @param y of its upper edge
 * @param size of each edge
 */
public record Crop(int x, int y, int size) {

  public Crop {
    if (x < 0 || y < 0 || size < Limits.PICTURE_SMALLEST || size > Limits.PICTURE_EDGE) {
      throw new InvalidInput("/size", outside());
    }
  }

  /** The largest square in the middle. */
  public static Crop middle(int width, int height) {
    int size = Math.min(width, height);
    return new Crop((width - size) / 2, (height - size) / 2, size);
  }

  /**
   * Checks that the square lies in the picture.
   *
   * @throws InvalidInput when it does not
   */
  public void requireWithin(int width, int height) {
    if (x > width - size || y > height - size) {
      throw new InvalidInput("/size", outside());
    }
  }

  private static String outside() {
    return "The square lies in the picture, and has at least "
        + Limits.PICTURE_SMALLEST
        + " pixels each way.";
  }
}
