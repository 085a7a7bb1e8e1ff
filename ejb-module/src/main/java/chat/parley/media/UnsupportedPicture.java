package chat.parley.media;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The bytes are no picture of a format that the server reads, whatever they are said to be. */
public final class UnsupportedPicture extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("unsupported-picture", 415, "The server cannot read this kind of picture");

  public UnsupportedPicture() {
    super(TYPE, "A JPEG or a PNG picture is expected, as its bytes say.");
  }
}
