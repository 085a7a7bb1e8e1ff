package chat.parley.architecture.crooked.gossip;

/** Stands in a feature that the plan does not know, and has a name that says nothing. */
public final class Rumour {

  private Rumour() {}
}
