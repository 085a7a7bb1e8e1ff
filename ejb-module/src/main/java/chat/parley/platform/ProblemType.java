package chat.parley.platform;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * One kind of refusal, as RFC 9457 names it over HTTP and the {@code error} frame on the socket.
 *
 * @param slug lower-case words joined by hyphens; stable, clients switch on it
 * @param status the HTTP status code, 400 to 599
 * @param title one short sentence for a person, without a full stop, the same for every occurrence
 * @param retry what a client may do next
 */
public record ProblemType(String slug, int status, String title, Retry retry) {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");

  public ProblemType {
    if (!SLUG.matcher(slug).matches()
        || slug.startsWith("-")
        || slug.endsWith("-")
        || slug.contains("--")) {
      throw new IllegalArgumentException("slug: " + slug);
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status: " + status);
    }
  }

  /** A refusal that repeating cannot change. */
  public static ProblemType of(String slug, int status, String title) {
    return new ProblemType(slug, status, title, Retry.NEVER);
  }

  /**
   * The {@code type} member of RFC 9457: a URN, because it names the problem and locates nothing.
   */
  public URI uri() {
    return URI.create("urn:parley:problem:" + slug);
  }
}
