package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed description of the REST interface is the one that the code amounts to. */
class RestDocumentTest {

  private static final String NAME = "openapi.yaml";
  private static final boolean RENEW = Boolean.getBoolean("parley.contract.renew");

  private static final RestDocument DOCUMENT = RestDocument.ofTheCode();

  @Test
  void theCommittedDocumentIsWhatTheCodeSays() throws IOException {
    if (RENEW) {
      Files.writeString(ContractFile.path(NAME), DOCUMENT.text());
    }
    assertThat(ContractFile.text(NAME))
        .as("docs/protocol/openapi.yaml is not what the code says. Renew it: .ci/contract")
        .isEqualTo(DOCUMENT.text());
  }

  @Test
  void everyOperationOfTheCodeIsInTheDocument() {
    assertThat(DOCUMENT.operationsOfTheDocument()).isEqualTo(DOCUMENT.operationsOfTheCode());
  }

  @Test
  void everythingIsDescribed() {
    List<String> silent = new ArrayList<>();
    DOCUMENT
        .at("/paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      if (operation.path("summary").asText().isEmpty()) {
                        silent.add(operation.path("operationId").asText());
                      }
                    }));
    DOCUMENT
        .at("/components/schemas")
        .properties()
        .forEach(
            each -> {
              boolean structure = each.getValue().has("properties") || each.getValue().has("allOf");
              if (structure && each.getValue().path("description").asText().isEmpty()) {
                silent.add(each.getKey());
              }
            });
    assertThat(silent).isEmpty();
  }

  @Test
  void everyTextThatAClientSendsHasABound() {
    List<String> unbounded = new ArrayList<>();
    DOCUMENT
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              if (schema.getValue().has("additionalProperties")) {
                schema
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(
                        each -> {
                          if (isUnboundedText(each.getValue())) {
                            unbounded.add(schema.getKey() + "." + each.getKey());
                          }
                        });
              }
            });
    assertThat(unbounded).isEmpty();
  }

  private static boolean isUnboundedText(JsonNode schema) {
    return schema.path("type").asText().equals("string")
        && !schema.has("maxLength")
        && !schema.has("pattern")
        && !schema.has("enum");
  }
}
