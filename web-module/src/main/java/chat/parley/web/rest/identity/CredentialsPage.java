package chat.parley.web.rest.identity;

import chat.parley.identity.Credential;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ways to sign in to the caller's account. */
@Schema(name = "Credentials", description = "The ways to sign in to the caller's account.")
public record CredentialsPage(List<CredentialJson> items) {

  public CredentialsPage {
    items = List.copyOf(items);
  }

  static CredentialsPage of(List<Credential> credentials) {
    return new CredentialsPage(credentials.stream().map(CredentialJson::of).toList());
  }
}
