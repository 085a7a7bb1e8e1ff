package chat.parley.architecture.crooked.journal.shed;

/** Stands in a layer that the plan does not know. */
public final class Rake {

  private Rake() {}
}
