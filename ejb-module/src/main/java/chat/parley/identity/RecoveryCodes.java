package chat.parley.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account has of recovery codes.
 *
 * @param left how many have not been used
 * @param madeAt when they were made; null when there are none
 */
public record RecoveryCodes(int left, @Nullable Instant madeAt) {}
