package chat.parley.web.rest.backup;

import chat.parley.backup.AccountKey;
import chat.parley.backup.RecoveryMethod;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The key of an account. */
@Schema(name = "AccountKey", description = "The key of the caller's account, with the ways to it.")
public record AccountKeyJson(
    @Schema(description = "The public half: 32 bytes of Ed25519, in base64url.") String key,
    @Schema(description = "When it was registered.") Instant since,
    @Schema(description = "How a new browser gets to it: the oldest first.") List<Way> methods) {

  /** A way of recovery. */
  @Schema(name = "RecoveryMethod", description = "A way of recovery.")
  public record Way(
      UUID id,
      @Schema(enumeration = {"passkey", "wallet", "key"}) String kind,
      @Schema(
              description =
                  "Which passkey, by its id in base64url, or which wallet, by its address; absent of a"
                      + " key that is written down.")
          @Nullable String handle,
      @Schema(
              description =
                  "What the key is made of, in base64url: sealed under what this way gives and the"
                      + " server never sees.")
          String sealedRoot,
      Instant since) {}

  static AccountKeyJson of(AccountKey key) {
    return new AccountKeyJson(
        key.key().text(),
        key.since(),
        key.methods().stream()
            .map(
                way -> {
                  RecoveryMethod method = way.method();
                  return new Way(
                      method.id().value(),
                      Words.of(method.kind()),
                      method.handle(),
                      method.sealedRoot().text(),
                      way.since());
                })
            .toList());
  }
}
