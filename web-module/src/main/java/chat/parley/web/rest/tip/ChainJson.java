package chat.parley.web.rest.tip;

import chat.parley.ethereum.Chain;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A chain on which people pay. */
@Schema(name = "PaymentChain", description = "A chain on which people pay.")
public record ChainJson(
    @Schema(description = "As EIP-155 has it.", minimum = "1") long id,
    String name,
    TokenJson currency,
    @Schema(description = "What may be given besides.") List<TokenJson> tokens,
    @Schema(description = "Blocks that make a payment final; absent when the chain says which are.")
        @Nullable Integer depth,
    @Schema(description = "Milliseconds between two blocks.", minimum = "1") long blockTime,
    @Schema(description = "Where a transaction is looked up, with {hash} in its place.")
        @Nullable String explorer,
    @Schema(description = "Nodes for a wallet that does not know the chain.") List<String> nodes,
    @Schema(description = "Whether it gives away what is worth nothing.") boolean faucet) {

  public ChainJson {
    tokens = List.copyOf(tokens);
    nodes = List.copyOf(nodes);
  }

  static ChainJson of(Chain chain) {
    return new ChainJson(
        chain.id(),
        chain.name(),
        TokenJson.of(chain.currency()),
        chain.tokens().stream().map(TokenJson::of).toList(),
        chain.depth(),
        chain.blockTime().toMillis(),
        chain.explorer(),
        chain.rpc(),
        chain.hasFaucet());
  }
}
