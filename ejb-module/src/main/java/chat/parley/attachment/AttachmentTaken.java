package chat.parley.attachment;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The id of an upload stands for another file. */
public final class AttachmentTaken extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("attachment-taken", 409, "There is another file of this name");

  /** A refusal: another id has to be chosen. */
  public AttachmentTaken() {
    super(TYPE, "This id stands for another file.");
  }
}
