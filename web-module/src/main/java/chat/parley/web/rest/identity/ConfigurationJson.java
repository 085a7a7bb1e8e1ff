package chat.parley.web.rest.identity;

import chat.parley.identity.NewPassword;
import chat.parley.identity.Password;
import chat.parley.identity.Username;
import chat.parley.identity.WalletConnect;
import chat.parley.platform.Limits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client must know of this installation before anybody signs in. */
@Schema(name = "Configuration", description = "What a client must know before anybody signs in.")
public record ConfigurationJson(
    List<Chain> chains,
    Bounds limits,
    @Schema(
            description =
                "Bytes of each part of a file but the last, where parts go past Parley by signed"
                    + " requests. Absent where they go through it.")
        @Nullable Integer directPartBytes,
    @Schema(
            description =
                "The key that browsers subscribe to web push with (VAPID, RFC 8292): a point on"
                    + " P-256, base64url. Absent when there is no web push here.")
        @Nullable String pushKey,
    @Schema(
            description =
                "Whether accounts have e-mail addresses here: not at all, when they like, or"
                    + " always.",
            enumeration = {"off", "optional", "required"})
        String email,
    @Schema(
            description =
                "How a page reaches wallets on other devices, by the WalletConnect network. Absent"
                    + " when it cannot.")
        @Nullable WalletRelay walletConnect,
    @Schema(description = "With whom people may sign in, too, in the order of their buttons.")
        List<IssuerJson> issuers) {

  public ConfigurationJson {
    chains = List.copyOf(chains);
    issuers = List.copyOf(issuers);
  }

  /** A chain a wallet may sign in from. */
  @Schema(name = "Chain", description = "A chain a wallet may sign in from.")
  public record Chain(
      @Schema(description = "EIP-155 chain id.", example = "1") long id,
      @Schema(example = "Ethereum") String name) {

    static Chain of(long id) {
      return new Chain(id, name(id));
    }

    private static String name(long id) {
      if (id == 1) {
        return "Ethereum";
      } else if (id == 11_155_111) {
        return "Sepolia";
      } else if (id == 31_337) {
        return "Development chain";
      }
      return "Chain " + id;
    }
  }

  /** How a page reaches wallets on other devices. */
  @Schema(name = "WalletRelay", description = "How a page reaches wallets on other devices.")
  public record WalletRelay(
      @Schema(description = "What the relay knows this installation by.") String project,
      @Schema(example = "wss://relay.example.org") String relay) {

    static @Nullable WalletRelay of(WalletConnect walletConnect) {
      return walletConnect
          .project()
          .map(project -> new WalletRelay(project, walletConnect.relay().toString()))
          .orElse(null);
    }
  }

  /** Lengths in characters, sizes in bytes of UTF-8. */
  @Schema(name = "Bounds", description = "Lengths in characters, sizes in bytes of UTF-8.")
  public record Bounds(
      int usernameMin,
      int usernameMax,
      int passwordMin,
      int passwordMax,
      int bodyBytes,
      int frameBytes,
      @Schema(description = "Bytes of the largest file that goes with a message.") long fileBytes,
      @Schema(description = "Files that go with one message.") int files) {

    static Bounds current(long fileBytes) {
      return new Bounds(
          Username.MIN_LENGTH,
          Username.MAX_LENGTH,
          NewPassword.MIN_LENGTH,
          Password.MAX_LENGTH,
          Limits.MESSAGE_BODY_BYTES,
          Limits.FRAME_BYTES,
          fileBytes,
          Limits.MESSAGE_ATTACHMENTS);
    }
  }
}
