package chat.parley.web.rest.keys;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose devices are to be added. */
@Schema(name = "ClaimKeyPackages", description = "Whose devices are to be added to the group.")
public record ClaimKeyPackagesJson(
    @Schema(description = "Accounts of members.", minItems = 1, maxItems = Limits.KEY_CLAIM_PEOPLE)
        List<UUID> people) {

  List<AccountId> accounts() {
    return people.stream().map(AccountId::new).toList();
  }
}
