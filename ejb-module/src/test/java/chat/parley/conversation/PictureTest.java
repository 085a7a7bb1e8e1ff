package chat.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  private static final String RIFF = "52494646" + "00000000" + "57454250";

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void aPictureIsTakenForWhatItIs(String format) throws IOException {
    byte[] bytes = picture(format, 640, 480);

    Picture picture = Picture.of("image/" + format, bytes);

    assertThat(picture.type()).isEqualTo("image/" + format);
    assertThat(picture.bytes()).isEqualTo(bytes);
    assertThat(Picture.stored(picture.type(), bytes)).isEqualTo(picture);
    for (String other : List.of("image/webp", "image/gif", "image/svg+xml", "text/html")) {
      assertRefused(other, bytes);
    }
  }

  /** The heads of the three forms of WebP, each of 300 times 200 pixels. */
  @ParameterizedTest
  @CsvSource({
    "56503858,0A000000100000002B0100C70000",
    "5650384C,0A0000002F2BC13100000000000000000000",
    "56503820,0A0000000000009D012A2C01C8000000"
  })
  void theThreeFormsOfWebpAreKnown(String form, String head) {
    byte[] bytes = HexFormat.of().parseHex(RIFF + form + head + "00".repeat(8));

    assertThat(Picture.of("image/webp", bytes).type()).isEqualTo("image/webp");
    assertThat(PictureFormat.look(bytes))
        .isEqualTo(new PictureFormat.Found("image/webp", 300, 200));
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    int most = Limits.PICTURE_PIXELS;
    assertThat(Picture.of("image/png", picture("png", most, 1)).type()).isEqualTo("image/png");
    for (String format : List.of("png", "jpeg")) {
      assertRefused("image/" + format, picture(format, most + 1, 1));
      assertRefused("image/" + format, picture(format, 1, most + 1));
    }
    byte[] small = picture("png", 8, 8);
    Picture.of("image/png", Arrays.copyOf(small, Limits.PICTURE_BYTES));
    assertRefused("image/png", Arrays.copyOf(small, Limits.PICTURE_BYTES + 1));
    assertRefused("image/png", new byte[0]);
  }

  /** Whatever the bytes are, and wherever they end. */
  @Property
  void anythingElseIsRefused(@ForAll byte[] bytes, @ForAll int length) throws IOException {
    assertThat(PictureFormat.look(bytes)).isNull();
    for (String format : List.of("png", "jpeg")) {
      byte[] picture = picture(format, 8, 8);
      byte[] cut = Arrays.copyOf(picture, Math.floorMod(length, 20));
      assertRefused("image/" + format, cut);
    }
  }

  private static void assertRefused(String type, byte[] bytes) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Picture.of(type, bytes));
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }
}
