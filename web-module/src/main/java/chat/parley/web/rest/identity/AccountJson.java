package chat.parley.web.rest.identity;

import chat.parley.identity.AccountView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller's own account. */
@Schema(name = "Account", description = "The caller's own account.")
public record AccountJson(
    UUID id,
    @Schema(example = "ada") String username,
    @Schema(description = "Addresses with the checksum of ERC-55.") List<String> wallets) {

  public AccountJson {
    wallets = List.copyOf(wallets);
  }

  static AccountJson of(AccountView account) {
    return new AccountJson(account.id().value(), account.username(), account.wallets());
  }
}
