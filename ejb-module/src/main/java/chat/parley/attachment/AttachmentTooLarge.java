package chat.parley.attachment;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A file is larger than this installation takes. */
public final class AttachmentTooLarge extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("attachment-too-large", 413, "The file is too large");

  /** A refusal that names the bound, in bytes of the file as people see it. */
  public AttachmentTooLarge(long bytes) {
    super(TYPE, "A file has at most " + bytes + " bytes.");
    with("maxBytes", bytes);
  }
}
