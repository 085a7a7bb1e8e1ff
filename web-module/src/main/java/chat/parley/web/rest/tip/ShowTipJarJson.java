package chat.parley.web.rest.tip;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the wallet for tips is shown. */
@Schema(name = "ShowTipJar", description = "Whether the wallet for tips is shown on the profile.")
public record ShowTipJarJson(Boolean shown) {}
