package chat.parley.web.rest.identity;

import chat.parley.identity.AccountView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody, as others see them. */
@Schema(name = "Person", description = "Somebody, as others see them.")
public record PersonJson(UUID id, @Schema(example = "ada") String username) {

  /** The account. */
  public static PersonJson of(AccountView account) {
    return new PersonJson(account.id().value(), account.username());
  }
}
