package chat.parley.web.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The OpenAPI document where tools look for it: the committed file, byte for byte, so that it says
 * the same on every server. A servlet, because it stands outside of the REST interface.
 */
@WebServlet(name = "description", urlPatterns = "/openapi")
public class DescriptionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String FILE = "/WEB-INF/openapi.yaml";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream file = getServletContext().getResourceAsStream(FILE)) {
      if (file == null) {
        throw new FileNotFoundException(FILE);
      }
      response.setContentType("application/yaml");
      response.setHeader("Cache-Control", "no-cache");
      file.transferTo(response.getOutputStream());
    }
  }
}
