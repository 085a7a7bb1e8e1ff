package chat.parley.web.rest.profile;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The name of the caller's picture. */
@Schema(name = "OwnPicture", description = "The caller's picture.")
public record OwnPictureJson(
    @Schema(description = "Names the picture: another one has another name.") UUID picture) {}
