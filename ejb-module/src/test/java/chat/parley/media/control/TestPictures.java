package chat.parley.media.control;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as people send them, and as nobody should. */
final class TestPictures {

  private static final int PNG_HEADER = 33;

  private TestPictures() {}

  /** Left upper quarter red, right upper green, left lower blue, right lower white. */
  static BufferedImage quarters(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.setColor(Color.GREEN);
    pen.fillRect(width / 2, 0, width - width / 2, height / 2);
    pen.setColor(Color.BLUE);
    pen.fillRect(0, height / 2, width / 2, height - height / 2);
    pen.dispose();
    return picture;
  }

  static byte[] jpeg(int width, int height) {
    return encoded(quarters(width, height), "jpeg");
  }

  static byte[] png(int width, int height) {
    return encoded(quarters(width, height), "png");
  }

  static byte[] encoded(BufferedImage picture, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage decoded(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which of the four colours is seen here. */
  static char colour(BufferedImage picture, int x, int y) {
    Color seen = new Color(picture.getRGB(x, y));
    int red = seen.getRed();
    int green = seen.getGreen();
    int blue = seen.getBlue();
    if (red > 200 && green > 200 && blue > 200) {
      return 'w';
    }
    if (red > 150 && green < 100 && blue < 100) {
      return 'r';
    }
    if (green > 150 && red < 100 && blue < 100) {
      return 'g';
    }
    return blue > 150 && red < 100 && green < 100 ? 'b' : '?';
  }

  /** The four colours, row by row. */
  static String quartersOf(BufferedImage picture) {
    int near = picture.getWidth() / 4;
    int far = picture.getWidth() - near;
    return ""
        + colour(picture, near, near)
        + colour(picture, far, near)
        + colour(picture, near, far)
        + colour(picture, far, far);
  }

  /** A JPEG in which a camera wrote how it was held, and where it was. */
  static byte[] withExif(byte[] jpeg, int orientation, String place) {
    byte[] text = place.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream exif = new ByteArrayOutputStream();
    exif.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
    exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
    exif.writeBytes(new byte[] {0, 0, 0, 0});
    exif.writeBytes(text);
    return withSegment(jpeg, 0xe1, exif.toByteArray());
  }

  /** A JPEG with one more segment after its beginning. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.write(0xff);
    bytes.write(marker);
    bytes.write((content.length + 2) >> 8);
    bytes.write(content.length + 2);
    bytes.writeBytes(content);
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  /** A PNG with one more chunk after its header. */
  static byte[] withChunk(byte[] png, String type, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(png, 0, PNG_HEADER);
    bytes.writeBytes(chunk(type, content));
    bytes.write(png, PNG_HEADER, png.length - PNG_HEADER);
    return bytes.toByteArray();
  }

  /** A PNG that says it is so large, with the data of another. */
  static byte[] claiming(byte[] png, int width, int height) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(number(width));
    header.writeBytes(number(height));
    header.write(png, 24, 5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(png, 0, 8);
    bytes.writeBytes(chunk("IHDR", header.toByteArray()));
    bytes.write(png, PNG_HEADER, png.length - PNG_HEADER);
    return bytes.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(number(content.length));
    bytes.writeBytes(name);
    bytes.writeBytes(content);
    bytes.writeBytes(number((int) sum.getValue()));
    return bytes.toByteArray();
  }

  private static byte[] number(int value) {
    return new byte[] {
      (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }

  static byte[] beginning(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }
}
