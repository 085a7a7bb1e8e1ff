package chat.parley.web.json;

import chat.parley.platform.Limits;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Reads the body of a request with {@link StrictJson}. It takes at most {@link
 * Limits#REQUEST_BODY_BYTES} from the network: a longer body is refused by its announced length, or
 * at the first byte too many. An empty body is an object without members.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Record> {

  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(Limits.REQUEST_BODY_BYTES + 1);
    if (bytes.length > Limits.REQUEST_BODY_BYTES) {
      throw new BodyTooLarge(Limits.REQUEST_BODY_BYTES);
    }
    return StrictJson.read(bytes.length == 0 ? EMPTY_OBJECT : bytes, type);
  }
}
