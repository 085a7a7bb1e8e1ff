package chat.parley.web.json;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a body by what its headers say, before a byte of it is read. No body and no type is read
 * as an empty body of JSON.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class JsonRequestFilter implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    String length = request.getHeaderString("Content-Length");
    int limit = BodyLimits.of(resource);
    if (length != null && (length.length() > 9 || isMore(length, limit))) {
      throw new BodyTooLarge(limit);
    }
    String encoding = request.getHeaderString("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new NotSupportedException("compressed bodies are not taken");
    }
    MediaType type = request.getMediaType();
    if (type == null) {
      if (!request.hasEntity()) {
        // Without a type the framework would hand the resource null and ask no reader.
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
      }
    } else {
      String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
      if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
        throw new NotSupportedException("JSON is UTF-8");
      }
    }
  }

  private static boolean isMore(String length, int limit) {
    try {
      return Integer.parseInt(length.strip()) > limit;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
