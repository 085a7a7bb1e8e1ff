package chat.parley.media.control;

import chat.parley.media.Blob;
import chat.parley.media.Crop;
import chat.parley.media.NewPicture;
import chat.parley.media.PictureSize;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.RateLimit;
import chat.parley.platform.TooManyRequests;
import chat.parley.platform.Turns;
import chat.parley.platform.Unavailable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes of what somebody sends the pictures that are shown: square, in all sizes, drawn anew, so
 * that nothing of what was sent is in them but what one sees. Few at a time are taken in, and fewer
 * decoded, so that the memory for them is bounded whatever is sent.
 */
public final class PictureStudio {

  /** The media type of every picture that is shown. */
  private static final String TYPE = "image/jpeg";

  /** Good enough that nobody sees it in a picture of this size. */
  private static final float QUALITY = 0.86f;

  /** A square is decoded with at most so many pixels each way: by leaving out rows and columns. */
  private static final int DECODED_EDGE = 4 * 512;

  private static final String CROWDED = "Many people send pictures at this moment.";

  private final Semaphore bodies = new Semaphore(Limits.PICTURES_TAKEN_IN);
  private final Turns turns = new Turns(Limits.PICTURES_DECODED, Limits.PICTURE_TURN_WAIT, CROWDED);
  private final Set<AccountId> sending = ConcurrentHashMap.newKeySet();
  private final RateLimit uploads =
      new RateLimit(
          Limits.PICTURE_UPLOADS,
          Limits.PICTURE_UPLOAD_WINDOW,
          "You have sent many pictures. Wait a while.");

  /**
   * The pictures that are shown.
   *
   * @throws chat.parley.media.UnsupportedPicture when the bytes are of no format that can be read
   * @throws InvalidInput when the picture is damaged, too large or too small, or the square lies
   *     outside it
   * @throws TooManyRequests when this account sends too much
   * @throws Unavailable when very many people send pictures just now
   */
  public Map<PictureSize, Blob> make(AccountId sender, NewPicture picture) {
    uploads.take(sender.toString());
    if (!sending.add(sender)) {
      throw new TooManyRequests(
          "Another picture of yours is on its way.", Limits.PICTURE_TURN_WAIT);
    }
    try {
      if (!bodies.tryAcquire()) {
        throw new Unavailable(CROWDED, Limits.PICTURE_TURN_WAIT);
      }
      try {
        return make(PictureSource.of(picture.bytes().get()), picture);
      } finally {
        bodies.release();
      }
    } finally {
      sending.remove(sender);
    }
  }

  private Map<PictureSize, Blob> make(PictureSource source, NewPicture picture) {
    Crop wish = picture.crop();
    Crop crop = wish == null ? Crop.middle(source.width(), source.height()) : wish;
    crop.requireWithin(source.width(), source.height());
    return turns.take(() -> sizes(decode(source, crop)));
  }

  /** The square, upright, in sRGB, on white where it is transparent. */
  private static BufferedImage decode(PictureSource source, Crop crop) {
    Orientation orientation = source.orientation();
    Rectangle region = orientation.stored(crop, source.width(), source.height());
    BufferedImage stored = read(source, region);
    int edge = Math.min(stored.getWidth(), stored.getHeight());
    BufferedImage upright = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
    draw(upright, stored, orientation.upright(edge));
    return upright;
  }

  private static BufferedImage read(PictureSource source, Rectangle region) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(source.format()).next();
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(source.bare()))) {
      reader.setInput(input, true, true);
      // The decoder's word counts, too: it is the one that takes the memory.
      if (reader.getWidth(0) != source.storedWidth()
          || reader.getHeight(0) != source.storedHeight()) {
        throw PictureSource.damaged();
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, (region.width + DECODED_EDGE - 1) / DECODED_EDGE);
      param.setSourceRegion(region);
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } catch (IOException | RuntimeException e) {
      // The decoders of Java answer a hostile file with whatever exception comes of it.
      InvalidInput refusal = PictureSource.damaged();
      refusal.initCause(e);
      throw refusal;
    } finally {
      reader.dispose();
    }
  }

  private static Map<PictureSize, Blob> sizes(BufferedImage square) {
    Map<PictureSize, Blob> sizes = new EnumMap<>(PictureSize.class);
    BufferedImage shown = square;
    for (PictureSize size :
        List.of(PictureSize.PX_512, PictureSize.PX_256, PictureSize.PX_96, PictureSize.PX_48)) {
      shown = reduced(shown, size.edge());
      sizes.put(size, new Blob(TYPE, encode(shown)));
    }
    return sizes;
  }

  /** Halves until one step is left, so that every pixel counts. */
  private static BufferedImage reduced(BufferedImage picture, int edge) {
    BufferedImage shown = picture;
    while (shown.getWidth() > edge) {
      int next = Math.max(edge, (shown.getWidth() + 1) / 2);
      BufferedImage smaller = new BufferedImage(next, next, BufferedImage.TYPE_INT_RGB);
      double scale = (double) next / shown.getWidth();
      draw(smaller, shown, AffineTransform.getScaleInstance(scale, scale));
      shown = smaller;
    }
    return shown;
  }

  private static void draw(BufferedImage on, BufferedImage picture, AffineTransform place) {
    Graphics2D pen = on.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, on.getWidth(), on.getHeight());
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawRenderedImage(picture, place);
    } finally {
      pen.dispose();
    }
  }

  private static byte[] encode(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), param);
    } catch (IOException e) {
      throw new IllegalStateException("a picture in memory is written to memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
