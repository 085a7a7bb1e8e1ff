package chat.parley.web.rest.identity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The open sessions of the caller. */
@Schema(name = "Sessions", description = "The open sessions of the caller.")
public record SessionsPage(List<SessionJson> items) {

  public SessionsPage {
    items = List.copyOf(items);
  }
}
