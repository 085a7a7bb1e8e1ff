package chat.parley.budget;

import chat.parley.platform.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * In whose name something is spent, and what for.
 *
 * @param account who has caused it; null when nobody who is known
 * @param isPromised whether it belongs to what was promised already, or protects somebody: then the
 *     person's own budget does not stop it, and that of the installation only without its reserve
 */
public record Spender(@Nullable AccountId account, boolean isPromised) {

  /** Nobody who is known, for nothing that was promised. */
  public static final Spender NOBODY = new Spender(null, false);

  /** Somebody who asks for something. */
  public static Spender asking(AccountId account) {
    return new Spender(account, false);
  }

  /** Something that was promised to somebody, or protects him. */
  public static Spender promised(@Nullable AccountId account) {
    return new Spender(account, true);
  }
}
