package chat.parley.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One document of the protocol, read strictly: a member that it does not name is a fault. Readers
 * ignore such members, so that the protocol can grow; our own server must not send them unnoticed.
 */
public final class ContractFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final SchemaValidatorsConfig FORMATS_COUNT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final JsonSchemaFactory factory;
  private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

  private ContractFile(JsonNode document, VersionFlag dialect) {
    this.document = document;
    this.factory = JsonSchemaFactory.getInstance(dialect);
    Set<JsonNode> parts = new HashSet<>();
    collectParts(document, parts);
    close(document.at("/components"), parts);
  }

  static ContractFile read(String name, VersionFlag dialect) {
    return new ContractFile(yaml(name), dialect);
  }

  /** A file of the protocol's documentation. */
  public static Path path(String name) {
    return Path.of("..", "docs", "protocol", name);
  }

  /** The text of such a file. */
  public static String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such a file as it stands there. */
  static JsonNode yaml(String name) {
    try {
      return YAML.readTree(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  /** The node itself, or the one that it refers to. */
  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isTextual() ? at(reference.textValue().substring(1)) : node;
  }

  /** A schema of this document. */
  JsonSchema schema(JsonNode schema) {
    return schemas.computeIfAbsent(schema, this::compile);
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", document.get("components"));
    return factory.getSchema(whole, FORMATS_COUNT);
  }

  /** The schemas that others are made of: these stay open, and the ones made of them are closed. */
  private void collectParts(JsonNode node, Set<JsonNode> parts) {
    node.path("allOf").forEach(part -> parts.add(resolve(part)));
    node.forEach(child -> collectParts(child, parts));
  }

  private static void close(JsonNode node, Set<JsonNode> parts) {
    if (node instanceof ObjectNode schema && !parts.contains(node)) {
      if (schema.has("allOf")) {
        schema.put("unevaluatedProperties", false);
      } else if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
        schema.put("additionalProperties", false);
      }
    }
    node.forEach(child -> close(child, parts));
  }
}
