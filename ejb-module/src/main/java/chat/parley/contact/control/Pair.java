package chat.parley.contact.control;

import chat.parley.contact.Standing;
import chat.parley.conversation.ConversationKind;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is between two people: the row of the two, and what may become of it.
 *
 * @param askedBy who asked last; null when nobody ever did
 * @param kind of the conversation that accepting opens
 * @param note of the request that waits, or empty
 * @param ignoredUntil until when the one who was asked hears nothing of requests of the other
 */
public record Pair(
    AccountId low,
    AccountId high,
    @Nullable AccountId askedBy,
    State state,
    ConversationKind kind,
    String note,
    @Nullable Instant askedAt,
    @Nullable Instant declinedAt,
    @Nullable Instant ignoredUntil) {

  /** What became of the last request. */
  public enum State {
    NONE,
    PENDING,
    DECLINED,
    ACCEPTED
  }

  /** Two people of whom nobody has asked the other. */
  public static Pair untouched(AccountId one, AccountId other) {
    boolean inOrder = one.toString().compareTo(other.toString()) < 0;
    return new Pair(
        inOrder ? one : other,
        inOrder ? other : one,
        null,
        State.NONE,
        ConversationKind.SEALED,
        "",
        null,
        null,
        null);
  }

  /** The same with this note. */
  Pair saying(String words) {
    return new Pair(low, high, askedBy, state, kind, words, askedAt, declinedAt, ignoredUntil);
  }

  /** The one of the two who is not this one. */
  public AccountId otherThan(AccountId one) {
    return low.equals(one) ? high : low;
  }

  /** Whether a request of this person waits. */
  public boolean isAskedBy(AccountId person) {
    return state == State.PENDING && person.equals(askedBy);
  }

  /** Whether a request waits for the answer of this person. */
  public boolean isAskedOf(AccountId person) {
    return state == State.PENDING && !person.equals(askedBy);
  }

  /** Whether who was asked hears nothing of the request that waits. */
  public boolean isSilent() {
    return askedAt != null && ignoredUntil != null && ignoredUntil.isAfter(askedAt);
  }

  /** When this person may ask again after the other has declined; null when he may. */
  public @Nullable Instant restsUntil(AccountId person, Instant now) {
    if (state != State.DECLINED || declinedAt == null || !person.equals(askedBy)) {
      return null;
    }
    Instant until = declinedAt.plus(Limits.REQUEST_REST);
    return until.isAfter(now) ? until : null;
  }

  /** How the two stand, as one of them sees it, when they have no conversation. */
  public Standing standing(AccountId viewer, Instant now) {
    return switch (state) {
      case PENDING ->
          isAskedBy(viewer) ? Standing.SENT : isSilent() ? Standing.IGNORED : Standing.RECEIVED;
      case DECLINED -> restsUntil(viewer, now) == null ? Standing.NONE : Standing.DECLINED;
      case ACCEPTED -> Standing.CONTACT;
      case NONE -> Standing.NONE;
    };
  }

  /** One of the two asks the other. Whom the other ignores he goes on to ignore for a while. */
  public Pair asked(AccountId by, ConversationKind wished, String words, Instant now) {
    boolean ignored = by.equals(askedBy) && ignoredUntil != null && ignoredUntil.isAfter(now);
    return new Pair(
        low, high, by, State.PENDING, wished, words, now, null, ignored ? ignoredUntil : null);
  }

  /** The request is taken back. */
  public Pair withdrawn() {
    return new Pair(low, high, askedBy, State.NONE, kind, "", askedAt, null, ignoredUntil);
  }

  /** The request is declined. */
  public Pair declined(Instant now) {
    return new Pair(low, high, askedBy, State.DECLINED, kind, "", askedAt, now, null);
  }

  /** The request is not answered, and who sent it is not heard for a while. */
  public Pair ignored(Instant now) {
    return new Pair(
        low, high, askedBy, state, kind, note, askedAt, null, now.plus(Limits.REQUEST_REST));
  }

  /** Both have agreed. */
  public Pair accepted() {
    return new Pair(low, high, askedBy, State.ACCEPTED, kind, "", askedAt, null, null);
  }
}
