package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exchange that the document does not know is noticed. */
class RestContractTest {

  private static final RestContract CONTRACT = new RestContract();
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String ID = "0190a1b2-0000-7000-8000-0000000000a1";
  private static final String PERSON = "{\"id\":\"" + ID + "\",\"username\":\"ada\"}";
  private static final String WISH = "{\"member\":\"" + ID + "\",\"kind\":\"sealed\"}";
  private static final String NOT_FOUND =
      """
      {"type":"urn:parley:problem:not-found","title":"There is nothing here","status":404,
      "detail":"It does not exist.","instance":"urn:uuid:%s"}
      """
          .formatted(ID);

  private static RestContract.Exchange find(String query, int status, String type, String answer) {
    URI target = URI.create("http://localhost/api/people" + query);
    return new RestContract.Exchange("GET", target, "", status, type, answer);
  }

  private static RestContract.Exchange found(String answer) {
    return find("?username=a&limit=20", 200, JSON, answer);
  }

  @Test
  void anAnswerAsDescribedHasNoFault() {
    assertThat(CONTRACT.faults(found("{\"items\":[" + PERSON + "],\"next\":\"YQ\"}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"items\":{}}",
        "{\"items\":[],\"total\":1}",
        "{\"items\":[{\"id\":\"1\",\"username\":\"ada\"}]}",
        "{\"items\":[{\"id\":\"0190A1B2-0000-7000-8000-0000000000A1\",\"username\":\"ada\"}]}",
        "{\"items\":[{\"username\":\"ada\"}]}",
        "{\"items\":[],\"next\":null}"
      })
  void anAnswerWithOtherMembersIsAFault(String answer) {
    assertThat(CONTRACT.faults(found(answer))).isNotEmpty();
  }

  @Test
  void anAnswerOfAnotherTypeIsAFault() {
    assertThat(CONTRACT.faults(find("?username=a", 200, PROBLEM, "{\"items\":[]}"))).isNotEmpty();
  }

  @Test
  void aStatusThatNobodyDescribedIsAFault() {
    assertThat(CONTRACT.faults(find("?username=a", 404, PROBLEM, NOT_FOUND)))
        .containsExactly("the document has no answer 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?username=a&limit=0", "?username=a&limit=x", "?username=a&x=1"})
  void parametersThatShouldHaveBeenRefusedAreAFault(String query) {
    assertThat(CONTRACT.faults(find(query, 200, JSON, "{\"items\":[]}"))).isNotEmpty();
  }

  @Test
  void aParameterMayBeNamedSeveralTimesWhereItIsAnArray() {
    assertThat(CONTRACT.faults(discover("?interest=1&interest=2"))).isEmpty();
    assertThat(CONTRACT.faults(discover("?interest=1"))).isEmpty();
    assertThat(CONTRACT.faults(discover("?interest=1&interest=x"))).isNotEmpty();
  }

  private static RestContract.Exchange discover(String query) {
    URI target = URI.create("http://localhost/api/people/discovery" + query);
    return new RestContract.Exchange("GET", target, "", 200, JSON, "{\"items\":[]}");
  }

  private static RestContract.Exchange open(String request, int status, String answer) {
    URI target = URI.create("http://localhost/api/conversations");
    return new RestContract.Exchange("POST", target, request, status, PROBLEM, answer);
  }

  @Test
  void aRequestThatShouldHaveBeenRefusedIsAFault() {
    for (String request : new String[] {"", "{}", WISH.replace("}", ",\"admin\":true}")}) {
      assertThat(CONTRACT.faults(open(request, 201, "{}")))
          .anyMatch(fault -> fault.contains("request"));
    }
    assertThat(CONTRACT.faults(open(WISH, 201, "{}")))
        .noneMatch(fault -> fault.contains("request"));
  }

  @Test
  void aRefusedRequestMayBeAnything() {
    assertThat(CONTRACT.faults(open("{\"member\":7}", 404, NOT_FOUND))).isEmpty();
  }

  @Test
  void aProblemIsOfTheKindThatItsAnswerNames() {
    String other = NOT_FOUND.replace("not-found", "username-taken");
    String more = NOT_FOUND.replace("\"detail\"", "\"stack\":\"trace\",\"detail\"");

    assertThat(CONTRACT.faults(open(WISH, 404, other))).isNotEmpty();
    assertThat(CONTRACT.faults(open(WISH, 404, more))).isNotEmpty();
  }

  @Test
  void anOperationThatNobodyDescribedIsAFaultUnlessItIsRefused() {
    URI target = URI.create("http://localhost/api/nowhere");

    assertThat(
            CONTRACT.faults(new RestContract.Exchange("GET", target, "", 404, PROBLEM, NOT_FOUND)))
        .isEmpty();
    assertThat(CONTRACT.faults(new RestContract.Exchange("GET", target, "", 200, JSON, "{}")))
        .isNotEmpty();
  }
}
