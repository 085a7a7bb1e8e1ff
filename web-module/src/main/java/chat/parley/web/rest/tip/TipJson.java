package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.TransactionHash;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tip, and what the chain says of it. */
@Schema(name = "Tip", description = "A tip, and what the chain says of it.")
public record TipJson(
    UUID id,
    UUID conversation,
    UUID payer,
    UUID recipient,
    @Schema(description = "Where it is to go, with the checksum of ERC-55.") String address,
    @Schema(description = "The id of the chain.", minimum = "1") long chain,
    @Schema(description = "The contract of a token; absent for the currency of the chain.")
        @Nullable String token,
    String symbol,
    @Schema(description = "Digits behind the point.", minimum = "0", maximum = "36") int decimals,
    @Schema(description = "In the smallest units.", pattern = "^[1-9][0-9]{0,77}$") String amount,
    @Schema(description = "The entry that asked for it, by what the payer says.", minimum = "1")
        @Nullable Long request,
    @Schema(
            enumeration = {
              "intent",
              "submitted",
              "included",
              "confirming",
              "final",
              "replaced",
              "failed",
              "reorged",
              "expired",
              "cancelled"
            })
        String state,
    @Schema(
            enumeration = {
              "foreign-sender",
              "wrong-recipient",
              "wrong-amount",
              "wrong-token",
              "ambiguous",
              "too-early",
              "too-late",
              "reverted",
              "already-used"
            },
            description = "Why it has failed.")
        @Nullable String fault,
    @Schema(description = "Of the transaction that pays it, as far as is known.")
        @Nullable String hash,
    @Schema(description = "The wallet that has paid it, as the chain says.") @Nullable String from,
    @Schema(description = "Blocks from that of the transaction on.", minimum = "0")
        int confirmations,
    @Schema(
            description =
                "How many make it final; 0 when that is not known, or the chain says when.",
            minimum = "0")
        int needed,
    @Schema(description = "Whether nothing of it changes any more.") boolean settled,
    Instant createdAt,
    @Schema(description = "Until then the transaction has to stand in a block.") Instant expiresAt,
    Instant changedAt) {

  static TipJson of(TipView tip) {
    TokenJson asset = TokenJson.of(tip.asset());
    TipFault fault = tip.fault();
    TransactionHash hash = tip.hash();
    Address from = tip.from();
    return new TipJson(
        tip.id().value(),
        tip.conversation().value(),
        tip.payer().value(),
        tip.recipient().value(),
        tip.address().value(),
        tip.chain(),
        asset.address(),
        asset.symbol(),
        asset.decimals(),
        tip.amount().toString(),
        tip.request(),
        tip.state().word(),
        fault == null ? null : fault.word(),
        hash == null ? null : hash.value(),
        from == null ? null : from.value(),
        tip.confirmations(),
        tip.needed(),
        tip.settled(),
        tip.createdAt(),
        tip.expiresAt(),
        tip.changedAt());
  }
}
