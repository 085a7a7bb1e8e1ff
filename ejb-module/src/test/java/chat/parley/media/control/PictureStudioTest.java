package chat.parley.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.Blob;
import chat.parley.media.Crop;
import chat.parley.media.NewPicture;
import chat.parley.media.PictureSize;
import chat.parley.media.UnsupportedPicture;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.TooManyRequests;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureStudioTest {

  private static final String SECRET = "52.5200N 13.4050E";

  private final PictureStudio studio = new PictureStudio();

  private Map<PictureSize, Blob> make(byte[] bytes, @Nullable Crop crop) {
    return studio.make(AccountId.next(), new NewPicture(() -> bytes, crop));
  }

  private BufferedImage shown(byte[] bytes, @Nullable Crop crop) {
    return TestPictures.decoded(make(bytes, crop).get(PictureSize.PX_96).bytes());
  }

  @Test
  void aPictureIsSquareInAllItsSizes() {
    make(TestPictures.png(1_200, 800), null)
        .forEach(
            (size, blob) -> {
              BufferedImage picture = TestPictures.decoded(blob.bytes());
              assertThat(blob.type()).isEqualTo("image/jpeg");
              assertThat(picture.getWidth()).isEqualTo(size.edge());
              assertThat(picture.getHeight()).isEqualTo(size.edge());
              assertThat(TestPictures.quartersOf(picture)).isEqualTo("rgbw");
            });
    assertThat(make(TestPictures.jpeg(100, 60), null))
        .as("nothing is made larger than it is")
        .extractingByKey(PictureSize.PX_512)
        .satisfies(blob -> assertThat(TestPictures.decoded(blob.bytes()).getWidth()).isEqualTo(60));
  }

  @ParameterizedTest
  @CsvSource({"1,rgbw", "2,grwb", "3,wbgr", "4,bwrg", "5,rbgw", "6,brwg", "7,wgbr", "8,gwrb"})
  void aPictureStandsUprightHoweverTheCameraWasHeld(int orientation, String quarters) {
    byte[] held = TestPictures.withExif(TestPictures.jpeg(400, 300), orientation, SECRET);

    assertThat(TestPictures.quartersOf(shown(held, null))).isEqualTo(quarters);
  }

  @ParameterizedTest
  @CsvSource({"1,r,w", "3,w,r", "6,b,g", "8,g,b"})
  void aSquareIsOfThePictureAsPeopleSeeIt(int orientation, char first, char last) {
    byte[] held = TestPictures.withExif(TestPictures.jpeg(400, 200), orientation, SECRET);
    int width = orientation > 4 ? 200 : 400;
    int height = 600 - width;

    BufferedImage begin = shown(held, new Crop(0, 0, 90));
    BufferedImage end = shown(held, new Crop(width - 90, height - 90, 90));
    assertThat(TestPictures.colour(begin, 40, 40)).isEqualTo(first);
    assertThat(TestPictures.colour(end, 40, 40)).isEqualTo(last);
  }

  @Test
  void aSquareOutsideThePictureIsRefused() {
    byte[] picture = TestPictures.jpeg(400, 200);
    assertThatThrownBy(() -> make(picture, new Crop(0, 0, 201))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> make(picture, new Crop(301, 0, 100))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> make(picture, new Crop(0, 101, 100))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Crop(-1, 0, 100)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Crop(0, 0, 47)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Crop(0, 0, Integer.MAX_VALUE)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void nothingOfWhatWasSentIsLeftButWhatOneSees() {
    byte[] jpeg = TestPictures.withExif(TestPictures.jpeg(200, 200), 1, SECRET);
    jpeg = TestPictures.withSegment(jpeg, 0xfe, SECRET.getBytes(StandardCharsets.US_ASCII));
    byte[] png =
        TestPictures.withChunk(
            TestPictures.png(200, 200),
            "tEXt",
            ("Comment\0" + SECRET).getBytes(StandardCharsets.US_ASCII));
    for (byte[] sent : new byte[][] {jpeg, png}) {
      ByteArrayOutputStream appended = new ByteArrayOutputStream();
      appended.writeBytes(sent);
      appended.writeBytes(("<script>" + SECRET + "</script>").getBytes(StandardCharsets.US_ASCII));

      make(appended.toByteArray(), null)
          .values()
          .forEach(
              blob -> {
                String text = new String(blob.bytes(), StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContain(SECRET, "Exif", "Comment", "<script>");
              });
    }
  }

  @Test
  void whatIsTransparentIsWhite() {
    BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    assertThat(TestPictures.quartersOf(shown(TestPictures.encoded(clear, "png"), null)))
        .isEqualTo("wwww");
    BufferedImage grey = new BufferedImage(100, 100, BufferedImage.TYPE_USHORT_GRAY);
    grey.setRGB(0, 0, Color.WHITE.getRGB());
    assertThat(shown(TestPictures.encoded(grey, "png"), null).getWidth()).isEqualTo(96);
    BufferedImage few = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_INDEXED);
    few.setRGB(0, 0, Color.RED.getRGB());
    assertThat(shown(TestPictures.encoded(few, "png"), null).getWidth()).isEqualTo(96);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "<svg xmlns='x'/>", "GIF89a", "RIFF....WEBPVP8 ", "BM", "%PDF-"})
  void whatIsNoPictureThatCanBeReadIsUnsupported(String text) {
    assertThatThrownBy(() -> make(text.getBytes(StandardCharsets.US_ASCII), null))
        .isInstanceOf(UnsupportedPicture.class);
  }

  @Test
  void whatSaysItIsVeryLargeIsRefusedBeforeItIsDecoded() {
    byte[] png = TestPictures.png(64, 64);
    for (int[] size :
        new int[][] {{60_000, 60_000}, {16_385, 100}, {100, 16_385}, {5_001, 5_000}, {-1, 100}}) {
      assertThatThrownBy(() -> make(TestPictures.claiming(png, size[0], size[1]), null))
          .isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> make(TestPictures.png(47, 400), null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at least 48");
    // Within the bounds, and with far fewer pixels than it says.
    assertThatThrownBy(() -> make(TestPictures.claiming(png, 5_000, 5_000), null))
        .isInstanceOf(InvalidInput.class);
  }

  /** 100 MB of nothing in 100 kB, where decoders look for a text or a profile of colours. */
  @Test
  void aTextThatUnfoldsIsNeverUnfolded() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes("a\0\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] nothing = new byte[1024 * 1024];
      for (int i = 0; i < 100; i++) {
        out.write(nothing);
      }
    }
    byte[] png = TestPictures.png(200, 200);
    for (String type : new String[] {"zTXt", "iCCP", "iTXt"}) {
      byte[] bomb = TestPictures.withChunk(png, type, packed.toByteArray());
      assertThat(new String(PictureSource.of(bomb).bare(), StandardCharsets.ISO_8859_1))
          .doesNotContain(type);
      assertThat(TestPictures.quartersOf(shown(bomb, null))).isEqualTo("rgbw");
    }
  }

  @Test
  void aPictureWithoutAnEndIsRefusedWhereverItBreaksOff() {
    for (byte[] whole : new byte[][] {TestPictures.jpeg(120, 90), TestPictures.png(120, 90)}) {
      for (int length = 3; length < whole.length - 1; length += 7) {
        byte[] part = TestPictures.beginning(whole, length);
        assertThatThrownBy(() -> make(part, null))
            .as("%d of %d bytes", length, whole.length)
            .isInstanceOfAny(InvalidInput.class, UnsupportedPicture.class);
      }
    }
  }

  @Test
  void aPictureWithManyPassesIsRefused() {
    byte[] jpeg = TestPictures.jpeg(120, 90);
    String text = new String(jpeg, StandardCharsets.ISO_8859_1);
    String scan = text.substring(text.indexOf("\u00ff\u00da"), text.length() - 2);
    String bomb = text.substring(0, text.length() - 2) + scan.repeat(100) + "\u00ff\u00d9";

    assertThatThrownBy(() -> make(bomb.getBytes(StandardCharsets.ISO_8859_1), null))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void anAccountSendsOnePictureAtATimeAndNotTooMany() throws Exception {
    AccountId busy = AccountId.next();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    byte[] bytes = TestPictures.png(100, 100);
    CompletableFuture<Map<PictureSize, Blob>> first =
        CompletableFuture.supplyAsync(
            () ->
                studio.make(
                    busy,
                    new NewPicture(
                        () -> {
                          reading.countDown();
                          await(go);
                          return bytes;
                        },
                        null)));
    await(reading);
    assertThatThrownBy(() -> studio.make(busy, new NewPicture(() -> bytes, null)))
        .isInstanceOf(TooManyRequests.class);
    assertThat(make(bytes, null)).as("others are not hindered").hasSize(4);
    go.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).hasSize(4);

    AccountId eager = AccountId.next();
    NewPicture nothing = new NewPicture(() -> new byte[0], null);
    for (int i = 0; i < 60; i++) {
      assertThatThrownBy(() -> studio.make(eager, nothing)).isInstanceOf(UnsupportedPicture.class);
    }
    assertThatThrownBy(() -> studio.make(eager, nothing)).isInstanceOf(TooManyRequests.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
