package chat.parley.trust;

import chat.parley.platform.AccountId;
import chat.parley.platform.WireBytes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The key of an account.
 *
 * @param since when it was registered
 * @param wallet the wallet that vouches for it; null when none does
 */
public record StatedAccount(
    AccountId account, WireBytes key, Instant since, @Nullable WalletBinding wallet) {}
