package chat.parley.contract;

import chat.parley.web.rest.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document that the code amounts to: what the annotations say, completed by what no
 * annotation says because the code says it already. These are the members that must be there (the
 * components of records that are not nullable), who may call (the role annotations), the kinds of
 * problems, and the refusals that filters and readers give to every operation.
 */
final class RestDocument {

  private static final Path FROM_ANNOTATIONS = Path.of("target", "openapi", "openapi.json");
  private static final String SCHEMA = "#/components/schemas/";
  private static final String RESPONSE = "#/components/responses/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private final ObjectNode document;
  private final ObjectNode schemas;
  private final JsonNode events = ContractFile.yaml("asyncapi.yaml");
  private final Map<String, Method> operations = new TreeMap<>();
  private final Map<String, Class<?>> records = new TreeMap<>();
  private final ProblemKinds problems;

  private RestDocument(ObjectNode document) {
    this.document = document;
    this.schemas = (ObjectNode) document.at("/components/schemas");
    JavaClasses code = ProblemKinds.productCode();
    this.problems = new ProblemKinds(code);
    code.stream().filter(RestDocument::isDoor).map(JavaClass::reflect).forEach(this::learn);
  }

  /** The document as of the classes of this build. */
  static RestDocument ofTheCode() {
    try {
      RestDocument made = new RestDocument((ObjectNode) JSON.readTree(FROM_ANNOTATIONS.toFile()));
      made.complete();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("The annotations are read in the phase process-classes", e);
    }
  }

  private static boolean isDoor(JavaClass type) {
    return type.getPackageName().startsWith("chat.parley.web.rest");
  }

  private void learn(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      boolean answers =
          Arrays.stream(method.getAnnotations())
              .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
      if (answers) {
        Operation operation = method.getAnnotation(Operation.class);
        operations.put(operation == null ? method.toString() : operation.operationId(), method);
      }
    }
    Schema schema = type.getAnnotation(Schema.class);
    if (type.isRecord() && schema != null) {
      records.put(schema.name(), type);
    }
  }

  /** The operations that the code has, by name. */
  Set<String> operationsOfTheCode() {
    return operations.keySet();
  }

  /** The operations of the document, by name. */
  Set<String> operationsOfTheDocument() {
    Set<String> names = new TreeSet<>();
    eachOperation((method, operation) -> names.add(operation.path("operationId").asText()));
    return names;
  }

  JsonNode at(String pointer) {
    return document.at(pointer);
  }

  String text() {
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void complete() {
    records.forEach(
        (name, type) -> {
          if (schemas.path(name) instanceof ObjectNode schema) {
            require(schema, type);
          }
        });
    requestSchemas()
        .forEach(name -> ((ObjectNode) schemas.get(name)).put("additionalProperties", false));
    canonicalForms(document);
    takeFromEvents("Entry");
    takeFromEvents("Time");
    schemas.set("Problem", problems.base());
    eachOperation(this::complete);
    sort();
  }

  /** What the strict reader misses, and the writer never leaves out. */
  private static void require(ObjectNode schema, Class<?> type) {
    ArrayNode required = JSON.createArrayNode();
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }

  private Set<String> requestSchemas() {
    Set<String> names = new TreeSet<>();
    eachOperation((method, operation) -> referred(operation.path("requestBody"), names));
    names.removeIf(name -> schemas.path(name).path("type").asText().equals("string"));
    return names;
  }

  private void referred(JsonNode node, Set<String> names) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(SCHEMA) && names.add(reference.substring(SCHEMA.length()))) {
      referred(schemas.path(reference.substring(SCHEMA.length())), names);
    }
    node.forEach(child -> referred(child, names));
  }

  /** Ids and times have one form each, the one of the socket. */
  private void canonicalForms(JsonNode node) {
    if (node instanceof ObjectNode object) {
      String format = object.path("format").asText();
      if (format.equals("uuid")) {
        object.set("pattern", events.at("/components/schemas/Id/pattern"));
      } else if (format.equals("date-time")) {
        object.remove("examples");
        object.set("pattern", events.at("/components/schemas/Time/pattern"));
      }
    }
    node.forEach(this::canonicalForms);
  }

  /** A schema of the AsyncAPI document, with those it is made of. */
  private void takeFromEvents(String name) {
    JsonNode schema = events.at("/components/schemas/" + name);
    schemas.set(name, schema);
    Set<String> parts = new TreeSet<>();
    collect(schema, parts);
    parts.stream().filter(part -> !schemas.has(part)).forEach(this::takeFromEvents);
  }

  private static void collect(JsonNode node, Set<String> names) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(SCHEMA)) {
      names.add(reference.substring(SCHEMA.length()));
    }
    node.forEach(child -> collect(child, names));
  }

  private interface OperationVisitor {
    void visit(String method, ObjectNode operation);
  }

  private void eachOperation(OperationVisitor visitor) {
    for (JsonNode path : document.get("paths")) {
      path.properties().forEach(each -> visitor.visit(each.getKey(), (ObjectNode) each.getValue()));
    }
  }

  private void complete(String httpMethod, ObjectNode operation) {
    Method method = operations.get(operation.path("operationId").asText());
    if (method == null) {
      throw new AssertionError("No method has this operation: " + operation);
    }
    List<String> roles = roles(method);
    boolean signedIn = !roles.isEmpty();
    if (!operation.has("security")) {
      ArrayNode security = operation.putArray("security");
      if (signedIn) {
        security.addObject().putArray("accessToken");
      }
    }
    boolean body = operation.has("requestBody");
    List<String> refusals = new ArrayList<>();
    refusals.addAll(List.of("NotAcceptable", "Internal", "Unavailable", "Unauthenticated"));
    if (body || operation.has("parameters")) {
      refusals.add("InvalidInput");
    }
    if (body) {
      refusals.addAll(List.of("ContentTooLarge", "UnsupportedMediaType"));
    }
    if (signedIn || !httpMethod.equals("get")) {
      refusals.add("Forbidden");
    }
    if (signedIn && !roles.contains(Roles.NEWCOMER)) {
      refusals.add("EmailUnverified");
    }
    answerWith(operation, refusals);
  }

  /** The groups of which a caller is in one; empty when nobody need be signed in. */
  private static List<String> roles(Method method) {
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (roles == null && !method.isAnnotationPresent(PermitAll.class)) {
      roles = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    }
    if (roles == null) {
      return List.of();
    }
    List<String> groups = List.of(roles.value());
    if (!groups.equals(List.of(Roles.USER))
        && !groups.equals(List.of(Roles.USER, Roles.NEWCOMER))) {
      throw new AssertionError("The document has no words yet for the roles of " + method);
    }
    return groups;
  }

  /** Adds refusals to those that the annotations name; one status may have several. */
  private void answerWith(ObjectNode operation, List<String> common) {
    Map<String, JsonNode> answers = new TreeMap<>();
    Map<String, Set<String>> refusals = new TreeMap<>();
    operation
        .get("responses")
        .properties()
        .forEach(
            each -> {
              String reference = each.getValue().path("$ref").asText();
              if (reference.startsWith(RESPONSE)) {
                // The generator of the document takes one reference for a status.
                for (String name :
                    reference.substring(RESPONSE.length()).split("Or(?=[A-Z])", -1)) {
                  if (problems.status(name) != Integer.parseInt(each.getKey())) {
                    throw new AssertionError(name + " has another status than " + each.getKey());
                  }
                  refusals.computeIfAbsent(each.getKey(), status -> new TreeSet<>()).add(name);
                }
              } else {
                answers.put(each.getKey(), each.getValue());
              }
            });
    for (String name : common) {
      refusals
          .computeIfAbsent(String.valueOf(problems.status(name)), status -> new TreeSet<>())
          .add(name);
    }
    refusals.forEach((status, names) -> answers.put(status, refusal(List.copyOf(names))));
    ObjectNode responses = operation.putObject("responses");
    answers.forEach(responses::set);
  }

  private JsonNode refusal(List<String> names) {
    names.forEach(name -> schemas.set(name, problems.schema(name)));
    String shared = String.join("Or", names);
    ObjectNode components = (ObjectNode) document.get("components");
    if (!components.path("responses").has(shared)) {
      components.withObjectProperty("responses").set(shared, problems.response(names));
    }
    return JSON.createObjectNode().put("$ref", RESPONSE + shared);
  }

  private void sort() {
    ObjectNode components = (ObjectNode) document.get("components");
    components.properties().forEach(each -> sortMembers((ObjectNode) each.getValue()));
    Map<String, JsonNode> ordered = new LinkedHashMap<>();
    for (String name : List.of("openapi", "info", "servers", "tags", "paths", "components")) {
      ordered.put(name, document.get(name));
    }
    Set<String> all =
        document.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    if (!ordered.keySet().equals(all)) {
      throw new AssertionError("A part without a place: " + all);
    }
    document.removeAll();
    ordered.forEach(document::set);
  }

  private static void sortMembers(ObjectNode object) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
    object.removeAll();
    sorted.forEach(object::set);
  }
}
