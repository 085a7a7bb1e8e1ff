package chat.parley.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The REST interface as the OpenAPI document tells it. Every answer must be in it, and every
 * request that was taken; what is refused may be anything.
 */
public final class RestContract {

  /** What any path below the root of the interface may be answered with. */
  private static final Set<Integer> NO_SUCH_OPERATION = Set.of(404, 405);

  private final ContractFile file;

  public RestContract() {
    this.file = ContractFile.read("openapi.yaml", VersionFlag.V202012);
  }

  /**
   * What was said in one exchange.
   *
   * @param target path and query
   * @param request the body of the request; null or empty without one
   * @param contentType of the answer
   * @param response the body of the answer, possibly empty
   */
  public record Exchange(
      String method,
      URI target,
      @Nullable String request,
      int status,
      @Nullable String contentType,
      String response) {

    boolean taken() {
      return status < 300;
    }
  }

  /**
   * An operation of the document.
   *
   * @param id its name in the document
   * @param path with the names of its parts in braces
   * @param signedIn whether it needs an access token
   */
  public record Operation(String id, String method, String path, boolean signedIn) {}

  /** Every operation of the document. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : file.at("/paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        operations.add(
            new Operation(
                each.getValue().path("operationId").asText(),
                each.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                each.getValue().path("security").path(0).has("accessToken")));
      }
    }
    return operations;
  }

  /** What in an exchange is not as the document says; empty when all is. */
  public List<String> faults(Exchange exchange) {
    List<String> faults = new ArrayList<>();
    JsonNode operation = operation(exchange);
    if (operation == null) {
      if (exchange.target().getPath().startsWith("/api/")
          && !NO_SUCH_OPERATION.contains(exchange.status())) {
        faults.add("the document has no such operation");
      }
      return faults;
    }
    if (exchange.taken()) {
      parameterFaults(operation, exchange, faults);
      requestFaults(operation, exchange, faults);
    }
    responseFaults(operation, exchange, faults);
    return faults;
  }

  private @Nullable JsonNode operation(Exchange exchange) {
    String method = exchange.method().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, JsonNode> path : file.at("/paths").properties()) {
      if (fits(path.getKey(), exchange.target().getRawPath())) {
        return path.getValue().get(method);
      }
    }
    return null;
  }

  private static boolean fits(String template, String path) {
    List<String> wanted = Arrays.asList(template.split("/", -1));
    List<String> given = Arrays.asList(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).startsWith("{") && !wanted.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void parameterFaults(JsonNode operation, Exchange exchange, List<String> faults) {
    Map<String, List<String>> given = query(exchange.target());
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = file.resolve(each);
      if (parameter.path("in").asText().equals("query")) {
        String name = parameter.path("name").asText();
        List<String> values = given.remove(name);
        if (values != null) {
          JsonNode schema = parameter.path("schema");
          check("parameter " + name, schema, value(schema, values), faults);
        } else if (parameter.path("required").asBoolean()) {
          faults.add("parameter " + name + " is missing, and was not missed");
        }
      }
    }
    given.keySet().forEach(name -> faults.add("parameter " + name + " is not in the document"));
  }

  private void requestFaults(JsonNode operation, Exchange exchange, List<String> faults) {
    JsonNode wanted = operation.path("requestBody");
    String request = exchange.request();
    if (wanted.isMissingNode()) {
      return;
    }
    if (request == null || request.isEmpty()) {
      if (wanted.path("required").asBoolean()) {
        faults.add("the request has no body, and it was not missed");
      }
      return;
    }
    JsonNode schema = wanted.at("/content/application~1json/schema");
    if (schema.isMissingNode()) {
      return;
    }
    check("request", schema, ContractFile.parse(request), faults);
  }

  private void responseFaults(JsonNode operation, Exchange exchange, List<String> faults) {
    JsonNode answer =
        file.resolve(operation.path("responses").path(String.valueOf(exchange.status())));
    if (answer.isMissingNode()) {
      faults.add("the document has no answer " + exchange.status());
      return;
    }
    JsonNode content = answer.path("content");
    if (content.isMissingNode()) {
      if (!exchange.response().isEmpty()) {
        faults.add("the answer should have no body");
      }
      return;
    }
    String type = String.valueOf(exchange.contentType()).replaceFirst(";.*", "");
    if (!content.has(type)) {
      faults.add("the answer is " + type);
    } else if (!exchange.method().equals("HEAD") && type.endsWith("json")) {
      check(
          "answer",
          content.path(type).path("schema"),
          ContractFile.parse(exchange.response()),
          faults);
    }
  }

  private void check(String what, JsonNode schema, JsonNode value, List<String> faults) {
    file.schema(schema).validate(value).forEach(fault -> faults.add(what + ": " + fault));
  }

  /** An array is a parameter that may be named several times; of any other the last counts. */
  private static JsonNode value(JsonNode schema, List<String> texts) {
    if (!schema.path("type").asText().equals("array")) {
      return scalar(schema, texts.get(texts.size() - 1));
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(text -> array.add(scalar(schema.path("items"), text)));
    return array;
  }

  private static JsonNode scalar(JsonNode schema, String text) {
    boolean number = schema.path("type").asText().equals("integer");
    if (!number || !text.matches("-?[0-9]{1,18}")) {
      return TextNode.valueOf(text);
    }
    return LongNode.valueOf(Long.parseLong(text));
  }

  private static Map<String, List<String>> query(URI target) {
    Map<String, List<String>> parameters = new TreeMap<>();
    String query = target.getRawQuery();
    if (query != null) {
      for (String each : query.split("&", -1)) {
        String[] parts = each.split("=", 2);
        parameters
            .computeIfAbsent(
                URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
            .add(parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
