package chat.parley.web.rest.tip;

import chat.parley.ethereum.WalletCall;
import chat.parley.tip.TipView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the wallet is asked to sign and send, as eth_sendTransaction takes it. */
@Schema(
    name = "WalletCall",
    description = "What a wallet is asked to send, as eth_sendTransaction takes it.")
public record WalletCallJson(
    @Schema(pattern = "^0x[0-9a-f]+$") String chainId,
    String to,
    @Schema(pattern = "^0x[0-9a-f]+$") String value,
    @Schema(pattern = "^0x([0-9a-f]{2})*$") String data) {

  static WalletCallJson of(TipView tip, WalletCall call) {
    return new WalletCallJson(
        "0x" + Long.toHexString(tip.chain()),
        call.to().value(),
        "0x" + call.value().toString(16),
        call.data());
  }
}
