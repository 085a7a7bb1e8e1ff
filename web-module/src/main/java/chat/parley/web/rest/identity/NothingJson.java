package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that says nothing but that it is made. */
@Schema(name = "Nothing", description = "An object without members.")
public record NothingJson() {}
