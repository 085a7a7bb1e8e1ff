package chat.parley.web.rest.attachment;

import chat.parley.media.SignedRequest;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a part of a file goes past Parley, if it does. */
@Schema(
    name = "Way",
    description =
        "How a part of a file goes past Parley, without an access token. Empty when it goes through"
            + " Parley.")
public record WayJson(
    @Schema(
            description =
                "Where it goes, for five minutes. It is a secret: whoever has it may do the same.",
            format = "uri")
        @Nullable String url,
    @Schema(description = "Headers that the request has to have as they are.")
        @Nullable Map<String, String> headers) {

  public WayJson {
    headers = headers == null ? null : Map.copyOf(headers);
  }

  static WayJson of(Optional<SignedRequest> signed) {
    return signed
        .map(request -> new WayJson(request.address().toString(), request.headers()))
        .orElse(new WayJson(null, null));
  }
}
