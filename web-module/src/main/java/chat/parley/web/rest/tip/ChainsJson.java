package chat.parley.web.rest.tip;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The chains on which people pay here. */
@Schema(name = "PaymentChains", description = "The chains on which people pay here.")
public record ChainsJson(List<ChainJson> items) {

  public ChainsJson {
    items = List.copyOf(items);
  }
}
