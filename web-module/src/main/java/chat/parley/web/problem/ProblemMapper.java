package chat.parley.web.problem;

import chat.parley.platform.ParleyException;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Translates whatever ends a request to a problem: refusals of the features by their own name,
 * those of HTTP by their status, everything else as an internal error whose details only the log
 * has, under the instance the caller was told.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Override
  public Response toResponse(Throwable thrown) {
    ParleyException refusal = causeOf(thrown, ParleyException.class);
    if (refusal != null) {
      return response(Problem.of(refusal), null);
    }
    WebApplicationException http = causeOf(thrown, WebApplicationException.class);
    if (http != null && http.getResponse().getStatus() < 500) {
      return response(
          HttpProblems.of(http.getResponse().getStatus()),
          http.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    if (causeOf(thrown, EJBAccessException.class) != null
        || causeOf(thrown, AccessLocalException.class) != null) {
      return response(HttpProblems.of(403), null);
    }
    int status = http != null && http.getResponse().getStatus() == 503 ? 503 : 500;
    Problem problem = HttpProblems.of(status);
    WebLog.LOG.internalError(String.valueOf(problem.instance()), thrown);
    return response(problem, null);
  }

  private static Response response(Problem problem, @Nullable String allow) {
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(withSignIn(problem));
    if (allow != null) {
      response.header(HttpHeaders.ALLOW, allow);
    }
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, SignIn.CHALLENGE);
    }
    if (problem.status() == 413) {
      // The rest of the body is not read: the connection cannot carry another request.
      response.header("Connection", "close");
    }
    if (problem.members().get("afterMs") instanceof Number after) {
      long seconds = Duration.ofMillis(after.longValue() + 999).toSeconds();
      response.header(HttpHeaders.RETRY_AFTER, seconds);
    }
    return response.build();
  }

  private static Problem withSignIn(Problem problem) {
    return problem.status() == 401 ? problem.with("signIn", SignIn.PATH) : problem;
  }

  private static <T extends Throwable> @Nullable T causeOf(Throwable thrown, Class<T> wanted) {
    Throwable each = thrown;
    for (int depth = 0; each != null && depth < 20; depth++) {
      if (wanted.isInstance(each)) {
        return wanted.cast(each);
      }
      each = each.getCause();
    }
    return null;
  }
}
