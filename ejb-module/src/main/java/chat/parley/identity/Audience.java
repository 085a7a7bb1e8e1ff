package chat.parley.identity;

/** Who is told something of a person. What somebody hides he is not told of others either. */
public enum Audience {
  EVERYONE,
  NOBODY
}
