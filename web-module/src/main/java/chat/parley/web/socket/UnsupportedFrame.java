package chat.parley.web.socket;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A frame of a type that this server does not serve. */
final class UnsupportedFrame extends ParleyException {

  private static final long serialVersionUID = 1L;

  private static final ProblemType TYPE =
      ProblemType.of("unsupported", 501, "This server does not serve frames of this type");

  UnsupportedFrame() {
    super(TYPE, "The type of the frame is not served here.");
  }
}
