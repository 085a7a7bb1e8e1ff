package chat.parley.web.problem;

import chat.parley.platform.Ids;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal as RFC 9457 writes it, over HTTP and inside the socket's {@code error} frame.
 *
 * @param type the kind of problem; clients switch on it
 * @param title the kind in one sentence
 * @param status the HTTP status
 * @param detail what happened this time
 * @param instance the name of this occurrence, also in the log when there is something to read
 * @param members what the kind adds, such as {@code errors} with pointers
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    URI instance,
    @JsonAnyGetter Map<String, Object> members) {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    members = Map.copyOf(members);
  }

  /** This occurrence of a refusal that has a name. */
  public static Problem of(ParleyException refusal) {
    return of(refusal.type(), refusal.detail(), refusal.members());
  }

  /** A new occurrence. */
  public static Problem of(ProblemType type, String detail, Map<String, Object> members) {
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        detail,
        URI.create("urn:uuid:" + Ids.next()),
        members);
  }

  /** The same occurrence that says one thing more. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, title, status, detail, instance, more);
  }
}
