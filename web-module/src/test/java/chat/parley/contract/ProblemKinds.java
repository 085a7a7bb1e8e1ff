package chat.parley.contract;

import chat.parley.platform.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every kind of refusal that the code names, as schemas and as answers over HTTP. */
final class ProblemKinds {

  private static final String MEDIA_TYPE = "application/problem+json";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode additions = additions();
  private final Map<String, ProblemType> kinds = new TreeMap<>();

  ProblemKinds(JavaClasses code) {
    code.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(ProblemType.class))
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .map(ProblemKinds::value)
        .forEach(kind -> kinds.put(name(kind), kind));
  }

  static JavaClasses productCode() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("chat.parley");
  }

  private static ProblemType value(JavaField field) {
    try {
      var reflected = field.reflect();
      reflected.setAccessible(true);
      return (ProblemType) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.getFullName(), e);
    }
  }

  /** {@code UsernameTaken} for {@code username-taken}. */
  static String name(ProblemType kind) {
    return Arrays.stream(kind.slug().split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static JsonNode additions() {
    try (InputStream file = ProblemKinds.class.getResourceAsStream("problems.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int status(String name) {
    return kind(name).status();
  }

  private ProblemType kind(String name) {
    ProblemType kind = kinds.get(name);
    if (kind == null) {
      throw new AssertionError("No kind of problem is called " + name + ": " + kinds.keySet());
    }
    return kind;
  }

  /** The schema that all kinds share. */
  JsonNode base() {
    return additions.get("Problem");
  }

  /** The last parts of the types of all kinds. */
  List<String> slugs() {
    return kinds.values().stream().map(ProblemType::slug).toList();
  }

  /** Those that add members to what the status has. */
  List<String> withMembersOfTheirOwn() {
    return additions.get("byKind").properties().stream().map(Map.Entry::getKey).toList();
  }

  ObjectNode schema(String name) {
    ProblemType kind = kind(name);
    ObjectNode schema = NODES.objectNode().put("description", kind.title() + ".");
    ArrayNode parts = schema.putArray("allOf");
    parts.addObject().put("$ref", "#/components/schemas/Problem");
    ObjectNode own = parts.addObject();
    ArrayNode required = NODES.arrayNode();
    ObjectNode properties = NODES.objectNode();
    properties.putObject("type").put("const", kind.uri().toString());
    properties.putObject("title").put("const", kind.title());
    properties.putObject("status").put("const", kind.status());
    for (JsonNode more :
        List.of(
            additions.at("/byStatus/" + kind.status()), additions.at("/byKind/" + kind.slug()))) {
      more.path("required").forEach(required::add);
      properties.setAll(
          more.path("properties") instanceof ObjectNode named ? named : NODES.objectNode());
    }
    own.put("type", "object");
    if (!required.isEmpty()) {
      own.set("required", required);
    }
    own.set("properties", properties);
    return schema;
  }

  /** The answer that refuses in one of several ways; all of one status. */
  ObjectNode response(List<String> names) {
    int status = status(names.get(0));
    ObjectNode response =
        NODES
            .objectNode()
            .put(
                "description",
                names.stream()
                    .map(each -> kind(each).title() + ".")
                    .collect(Collectors.joining(" ")));
    JsonNode headers = additions.at("/headers/" + status);
    if (headers.isObject()) {
      response.set("headers", headers);
    }
    ObjectNode schema = response.putObject("content").putObject(MEDIA_TYPE).putObject("schema");
    if (names.size() == 1) {
      reference(schema, names.get(0));
    } else {
      ArrayNode either = schema.putArray("oneOf");
      names.forEach(each -> reference(either.addObject(), each));
    }
    return response;
  }

  private static void reference(ObjectNode schema, String name) {
    schema.put("$ref", "#/components/schemas/" + name);
  }
}
