package chat.parley.web.rest.identity;

import chat.parley.identity.AccountView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
@Schema(name = "Account", description = "The caller's own account.")
public record AccountJson(
    UUID id,
    @Schema(example = "ada") String username,
    @Schema(description = "Addresses with the checksum of ERC-55.") List<String> wallets,
    @Schema(
            description =
                "When the account is erased unless its e-mail address is verified before. Absent when"
                    + " the account is active; until then most operations answer with"
                    + " email-unverified.")
        @Nullable Instant newcomerUntil) {

  public AccountJson {
    wallets = List.copyOf(wallets);
  }

  static AccountJson of(AccountView account) {
    return new AccountJson(
        account.id().value(), account.username(), account.wallets(), account.newcomerUntil());
  }
}
