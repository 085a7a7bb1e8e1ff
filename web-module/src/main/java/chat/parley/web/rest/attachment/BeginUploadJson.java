package chat.parley.web.rest.attachment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that is about to be uploaded. */
@Schema(name = "BeginUpload", description = "A file that is about to be uploaded.")
public record BeginUploadJson(
    @Schema(description = "Bytes of the ciphertext.", minimum = "1") Long size) {}
