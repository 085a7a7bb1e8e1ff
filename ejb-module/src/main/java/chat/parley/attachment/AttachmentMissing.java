package chat.parley.attachment;

import chat.parley.media.MediaId;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A message names a file that cannot go with it. */
public final class AttachmentMissing extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("attachment-missing", 409, "A file of the message is not there");

  /**
   * A refusal. Whether the file is another's, of another conversation, not complete, or gone with
   * another message is not said.
   */
  public AttachmentMissing(MediaId id) {
    super(TYPE, "A file of the message is not there, or went with another message.");
    with("attachment", id.toString());
  }
}
