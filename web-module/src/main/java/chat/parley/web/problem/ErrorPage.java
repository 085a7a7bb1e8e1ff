package chat.parley.web.problem;

import chat.parley.web.json.StrictJson;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The error page of the whole application: what the container refuses before or beside the REST
 * interface (a bad token, an unknown path, a method nobody knows) is a problem too, not a page that
 * names the server.
 */
@WebServlet(name = "error-page", urlPatterns = ErrorPage.PATH, asyncSupported = true)
public class ErrorPage extends HttpServlet {

  static final String PATH = "/WEB-INF/error";

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = 404;
    if (request.getDispatcherType() == DispatcherType.ERROR
        && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        && code >= 400) {
      status = code;
    }
    Problem problem = HttpProblems.of(status);
    if (problem.status() >= 500
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
      WebLog.LOG.internalError(String.valueOf(problem.instance()), cause);
    }
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", SignIn.CHALLENGE);
    }
    byte[] body = StrictJson.write(problem);
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(body);
    }
  }
}
