package chat.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void oneInstanceOnTheUsualPortsWithoutOptions() {
    assertThat(Arguments.parse(List.of("up")).ports()).isEqualTo(Ports.usual(1));
  }

  @Test
  void optionsSayHowManyAndWhere() {
    Arguments arguments =
        Arguments.parse(
            List.of("up", "--instances", "2", "--port-base", "21000", "--home", "/somewhere/else"));

    assertThat(arguments.ports()).isEqualTo(Ports.from(21000, 2));
    assertThat(arguments.layout().logs()).hasToString("/somewhere/else/logs");
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() {
    assertThatThrownBy(() -> Arguments.parse(List.of("up", "--instance", "2")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("--instance");
    assertThatThrownBy(() -> Arguments.parse(List.of("up", "--instances", "two")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("needs a number, not two");
    assertThatThrownBy(() -> Arguments.parse(List.of("up", "--home")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("needs a value");
  }
}
