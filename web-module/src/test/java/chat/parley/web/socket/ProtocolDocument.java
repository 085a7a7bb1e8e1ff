package chat.parley.web.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The AsyncAPI document, read strictly: a member that it does not name is a fault. */
final class ProtocolDocument {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final Map<String, JsonSchema> frames = new TreeMap<>();

  ProtocolDocument() {
    try {
      document = new ObjectMapper(new YAMLFactory()).readTree(file("asyncapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close(document.at("/components/schemas"));
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    for (JsonNode message : document.at("/components/messages")) {
      JsonNode payload = message.at("/payload/$ref");
      if (payload.isTextual()) {
        ObjectNode schema = JSON.createObjectNode();
        schema.set("$ref", payload);
        schema.set("components", document.get("components"));
        frames.put(message.get("name").textValue(), factory.getSchema(schema));
      }
    }
  }

  /** A file of the protocol's documentation. */
  static Path file(String name) {
    return Path.of("..", "docs", "protocol", name);
  }

  static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  /** The names of all frames. */
  List<String> names() {
    return List.copyOf(frames.keySet());
  }

  /** The frames of the document that this text is. */
  List<String> matching(String text) {
    JsonNode node = parse(text);
    return frames.entrySet().stream()
        .filter(frame -> frame.getValue().validate(node).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (object.has("properties") && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
    }
    schema.forEach(ProtocolDocument::close);
  }
}
