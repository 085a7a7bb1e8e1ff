package chat.parley.attachment;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A file cannot be completed before all of it is there. */
public final class AttachmentIncomplete extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("attachment-incomplete", 409, "Parts of the file are missing");

  /** A refusal that names the first part that is missing. */
  public AttachmentIncomplete(int part) {
    super(TYPE, "Part " + part + " is missing.");
    with("part", part);
  }
}
