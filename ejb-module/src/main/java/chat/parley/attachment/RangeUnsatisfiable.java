package chat.parley.attachment;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Bytes are asked for that the file does not have (RFC 9110, section 14). */
public final class RangeUnsatisfiable extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("range-unsatisfiable", 416, "The file does not have these bytes");

  /** A refusal that names how many bytes there are. */
  public RangeUnsatisfiable(long bytes) {
    super(TYPE, "The file has " + bytes + " bytes.");
    with("bytes", bytes);
  }
}
