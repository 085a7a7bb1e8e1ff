package chat.parley.web.rest;

import chat.parley.media.Blob;
import chat.parley.media.Crop;
import chat.parley.media.MediaId;
import chat.parley.media.NewPicture;
import chat.parley.media.PictureSize;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.web.json.BodyTooLarge;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pictures in requests and answers. */
public final class PictureMessages {

  /** What a picture may be sent as: its bytes say what it is. */
  public static final String ANY_IMAGE = "image/*";

  /** The media type of every picture that is sent anew. */
  public static final String JPEG = "image/jpeg";

  /** What else may be sent. */
  public static final String PNG = "image/png";

  /** The size that goes with x and y. */
  public static final String SQUARE =
      "Pixels of each edge of the square that is shown, in what is sent.";

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,4}");

  private PictureMessages() {}

  /**
   * The picture of a request, whose bytes are read when there is room for them.
   *
   * @throws InvalidInput when the square is none
   */
  public static NewPicture read(
      InputStream body, @Nullable String x, @Nullable String y, @Nullable String size) {
    return new NewPicture(() -> bytes(body), crop(x, y, size));
  }

  /** Which of its sizes a picture is asked for in. */
  public static PictureSize size(@Nullable String size) {
    return size == null
        ? PictureSize.PX_512
        : PictureSize.of(number("/size", size))
            .orElseThrow(() -> new InvalidInput("/size", "48, 96, 256 or 512 is expected."));
  }

  /** The tag of a picture in a size; the same for ever. */
  public static EntityTag tag(MediaId picture, PictureSize size) {
    return new EntityTag(picture + "-" + size.edge());
  }

  /** The picture, unless the caller has it. */
  public static Response.ResponseBuilder answer(Request request, EntityTag tag, Blob picture) {
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    if (same != null) {
      return same.tag(tag);
    }
    return Response.ok(picture.bytes(), picture.type())
        .tag(tag)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"picture\"");
  }

  private static byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(Limits.PICTURE_BYTES + 1);
      if (bytes.length > Limits.PICTURE_BYTES) {
        throw new BodyTooLarge(Limits.PICTURE_BYTES);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Crop crop(
      @Nullable String x, @Nullable String y, @Nullable String size) {
    if (x == null && y == null && size == null) {
      return null;
    }
    if (x == null || y == null || size == null) {
      throw new InvalidInput("/size", "Of a square x, y and size are said together.");
    }
    return new Crop(number("/x", x), number("/y", y), number("/size", size));
  }

  private static int number(String pointer, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new InvalidInput(pointer, "A number of pixels is expected.");
    }
    return Integer.parseInt(text);
  }
}
