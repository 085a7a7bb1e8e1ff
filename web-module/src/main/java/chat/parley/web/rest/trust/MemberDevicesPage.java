package chat.parley.web.rest.trust;

import chat.parley.keys.MemberDevice;
import chat.parley.trust.DeviceStatement;
import chat.parley.trust.StatedAccount;
import chat.parley.trust.StatedDevice;
import chat.parley.trust.StatedDevices;
import chat.parley.trust.WalletBinding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Devices of the members of a conversation. */
@Schema(
    name = "MemberDevices",
    description = "Devices of a conversation, in the order of their ids.")
public record MemberDevicesPage(
    List<Item> items,
    @Schema(description = "Whose devices they are, as far as these accounts have keys.")
        List<Account> accounts,
    @Schema(description = "Where the next page begins; absent on the last.")
        @Nullable String next) {

  /** One of them. */
  @Schema(name = "MemberDevice", description = "A device, and the key that its leaf has.")
  public record Item(
      UUID account,
      UUID device,
      @Schema(description = "32 bytes of Ed25519, in base64url.") String signatureKey,
      @Schema(description = "What the caller calls it, when it is his own.") @Nullable String name,
      @Schema(description = "What its account says of it; absent while it says nothing.")
          @Nullable Statement statement) {

    static Item of(StatedDevice stated) {
      MemberDevice device = stated.device();
      DeviceStatement statement = stated.statement();
      return new Item(
          device.account().value(),
          device.device().value(),
          device.signatureKey().text(),
          device.name(),
          statement == null
              ? null
              : new Statement(
                  statement.accountKey().text(), statement.at(), statement.signature().text()));
    }
  }

  /** What an account says of a device. */
  @Schema(name = "DeviceStatement", description = "That a device signs with its key.")
  public record Statement(
      @Schema(description = "The key of the account that has signed, in base64url.")
          String accountKey,
      @Schema(description = "When, in milliseconds since 1970, as it was signed.") long at,
      @Schema(description = "64 bytes of Ed25519, in base64url.") String signature) {}

  /** The key of an account. */
  @Schema(name = "MemberAccount", description = "The key of a member's account.")
  public record Account(
      UUID account,
      @Schema(description = "32 bytes of Ed25519, in base64url.") String key,
      Instant since,
      @Schema(description = "The wallet that vouches for the key; absent when none does.")
          @Nullable Wallet wallet) {

    static Account of(StatedAccount stated) {
      WalletBinding binding = stated.wallet();
      return new Account(
          stated.account().value(),
          stated.key().text(),
          stated.since(),
          binding == null
              ? null
              : new Wallet(binding.wallet().value(), binding.chain(), binding.signature()));
    }
  }

  /** A wallet that vouches for the key of an account. */
  @Schema(name = "VouchingWallet", description = "A wallet that vouches for the key of an account.")
  public record Wallet(
      String address,
      @Schema(description = "Where its contract is, when it is one.") long chain,
      @Schema(description = "Of the message of EIP-712, 0x and hexadecimal.") String signature) {}

  static MemberDevicesPage of(StatedDevices page) {
    return new MemberDevicesPage(
        page.items().stream().map(Item::of).toList(),
        page.accounts().stream().map(Account::of).toList(),
        page.next());
  }
}
