package chat.parley.media.control;

import chat.parley.media.Crop;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;

/**
 * How a picture has to be turned to stand upright (Exif 2.32, tag 274): its axes change places
 * first, then it is mirrored.
 *
 * @param swapped whether what is stored as a row is a column
 * @param leftRight whether left and right change places
 * @param upDown whether up and down change places
 */
record Orientation(boolean swapped, boolean leftRight, boolean upDown) {

  /** Of a picture that stands upright as it is. */
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** By the number that a camera writes; a number that means nothing turns nothing. */
  static Orientation of(int number) {
    return switch (number) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, true, false);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, false, true);
      default -> UPRIGHT;
    };
  }

  /**
   * Where a square of the upright picture is in the stored one.
   *
   * @param width of the upright picture
   * @param height of the upright picture
   */
  Rectangle stored(Crop crop, int width, int height) {
    int right = leftRight ? width - crop.x() - crop.size() : crop.x();
    int down = upDown ? height - crop.y() - crop.size() : crop.y();
    return swapped
        ? new Rectangle(down, right, crop.size(), crop.size())
        : new Rectangle(right, down, crop.size(), crop.size());
  }

  /** Turns a stored square with an edge of so many pixels upright. */
  AffineTransform upright(double edge) {
    double across = leftRight ? -1 : 1;
    double down = upDown ? -1 : 1;
    return new AffineTransform(
        swapped ? 0 : across,
        swapped ? down : 0,
        swapped ? across : 0,
        swapped ? 0 : down,
        leftRight ? edge : 0,
        upDown ? edge : 0);
  }
}
