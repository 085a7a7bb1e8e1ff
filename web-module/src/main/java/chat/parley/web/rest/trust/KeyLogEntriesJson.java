package chat.parley.web.rest.trust;

import chat.parley.trust.KeyLogEntry;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the log says of an account. */
@Schema(name = "KeyLogEntries", description = "What the log of keys says of an account.")
public record KeyLogEntriesJson(@Schema(description = "The oldest first.") List<Item> entries) {

  /** One thing that it says. */
  @Schema(name = "KeyLogEntry", description = "What a leaf of the log stands for.")
  public record Item(
      @Schema(description = "The place of its leaf; absent for some seconds.") @Nullable Long place,
      @Schema(description = "32 bytes, in base64url.") String salt,
      @Schema(
              description =
                  "Lines: 'Parley key log 1', what it is, the account, and what is said. account-key: the"
                      + " key, the milliseconds. device: the device, its key, the account's key, the"
                      + " milliseconds, the signature. device-gone: the device, its key, the"
                      + " milliseconds. wallet: the address, the account's key, the milliseconds, chain, signature."
                      + " wallet-gone: the address, the milliseconds.")
          String content) {}

  static KeyLogEntriesJson of(List<KeyLogEntry> entries) {
    return new KeyLogEntriesJson(
        entries.stream()
            .map(each -> new Item(each.place(), each.salt().text(), each.content()))
            .toList());
  }
}
