package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which issuer a visit begins to. */
@Schema(name = "IssuerVisitRequest", description = "Which issuer a visit begins to.")
public record IssuerNameJson(
    @Schema(description = "The name of the issuer.", maxLength = 32, example = "company")
        String issuer) {}
