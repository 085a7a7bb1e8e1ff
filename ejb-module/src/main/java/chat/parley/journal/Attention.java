package chat.parley.journal;

import chat.parley.platform.AccountId;
import java.util.Set;

/**
 * Whom an entry is worth calling who is away. It accompanies an entry into the log and is neither
 * hashed, stored with it, nor told to anybody who reads it.
 *
 * @param everybody whether it concerns all who may read it; false for what makes no message of its
 *     own, such as a reaction
 * @param mentioned those whom it names: they are called also when they want to hear of nothing else
 */
public record Attention(boolean everybody, Set<AccountId> mentioned) {

  /** Nobody is called. */
  public static final Attention NONE = new Attention(false, Set.of());

  /** Everybody is called, and nobody by name. */
  public static final Attention ALL = new Attention(true, Set.of());

  public Attention {
    mentioned = Set.copyOf(mentioned);
    if (!everybody && !mentioned.isEmpty()) {
      throw new IllegalArgumentException("who is mentioned is called");
    }
  }

  /** Everybody is called, and these by name. */
  public static Attention mentioning(Set<AccountId> mentioned) {
    return new Attention(true, mentioned);
  }
}
