package chat.parley.media.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.media.UnsupportedPicture;
import chat.parley.platform.InvalidInput;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is sent is read as a picture within its bounds, or refused with a name. */
class PictureSourceProperties {

  private static final byte[] JPEG =
      TestPictures.withExif(TestPictures.jpeg(120, 90), 6, "somewhere");
  private static final byte[] PNG = TestPictures.png(120, 90);

  @Property(tries = 2_000)
  void anyByteMayBeAnother(
      @ForAll boolean isJpeg, @ForAll @IntRange(max = 20_000) int at, @ForAll byte value) {
    byte[] bytes = (isJpeg ? JPEG : PNG).clone();
    bytes[at % bytes.length] = value;
    look(bytes);
  }

  @Property(tries = 2_000)
  void anyBytesMayBeSent(@ForAll byte[] bytes) {
    look(bytes);
  }

  private static void look(byte[] bytes) {
    try {
      PictureSource source = PictureSource.of(bytes);
      assertThat(source.width()).isBetween(48, 16_384);
      assertThat(source.height()).isBetween(48, 16_384);
      assertThat(source.bare().length).isLessThanOrEqualTo(bytes.length);
    } catch (InvalidInput | UnsupportedPicture e) {
      assertThat(e.detail()).isNotEmpty();
    }
  }
}
