package chat.parley.web.rest.attachment;

import chat.parley.attachment.Upload;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a file has come on its way to the server. */
@Schema(name = "Upload", description = "How far a file has come on its way to the server.")
public record UploadJson(
    @Schema(description = "The id that its sender has chosen.", format = "uuid") String id,
    @Schema(description = "Bytes of the ciphertext.", minimum = "1") long size,
    @Schema(description = "Bytes of each part but the last.", minimum = "1") int partSize,
    @Schema(description = "The parts that have arrived, from 1, in order.") List<Integer> stored,
    @Schema(description = "Whether it can go with a message.") boolean complete) {

  public UploadJson {
    stored = List.copyOf(stored);
  }

  static UploadJson of(Upload upload) {
    return new UploadJson(
        upload.id().toString(),
        upload.bytes(),
        upload.partBytes(),
        upload.stored(),
        upload.isComplete());
  }
}
