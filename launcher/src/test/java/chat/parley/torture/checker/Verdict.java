package chat.parley.torture.checker;

/** What can be wrong. Each must be found nowhere. */
public enum Verdict {
  /** The server said {@code ok}, and the log does not have it. */
  LOST("lost"),
  /** A client was given, or the log holds, what nobody sent. */
  PHANTOM("phantom"),
  /** The same message twice in the log or on a screen, or two places promised to one. */
  DUPLICATED("duplicated"),
  /** On a screen, or in the log, the later stands before the earlier. */
  REORDERED("reordered"),
  /** A jump that no {@code gap} explains, or a {@code gap} over what was there to be had. */
  GAP("gap"),
  /** Two clients, or a client and the log, were told different things of one place. */
  SPLIT_ORDER("split order"),
  /** One place was given to two messages. */
  SEQ_REUSE("seq reuse"),
  /** Somebody was given what happened outside of his membership. */
  LEAK("leak"),
  /** A read that began after an {@code ok} does not have what that promised. */
  STALE_READ("stale read"),
  /** Erased content was given out after its erasure had been promised. */
  RESURRECTED("resurrected"),
  /** The hashes of a stream are no chain. */
  BROKEN_CHAIN("broken chain"),
  /** All is quiet, and somebody still waits for what he should have. */
  PENDING("pending");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** As people say it. */
  @Override
  public String toString() {
    return words;
  }
}
