package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterwardsTest {

  private final List<String> done = new ArrayList<>();

  private void later(String what) {
    Afterwards.run(() -> done.add(what));
  }

  @Test
  void withoutWorkItIsDoneNow() {
    later("now");
    assertThat(done).containsExactly("now");
  }

  @Test
  void whatIsPutOffIsDoneAfterTheWorkInItsOrder() {
    Afterwards.following(
        () -> {
          later("second");
          later("third");
          done.add("first");
        });
    later("fourth");
    assertThat(done).containsExactly("first", "second", "third", "fourth");
  }

  @Test
  void workWithinWorkIsAPartOfIt() {
    Afterwards.following(
        () -> {
          Afterwards.following(() -> later("last"));
          done.add("first");
        });
    assertThat(done).containsExactly("first", "last");
  }

  @Test
  void workThatFailsLosesNothingOfIt() {
    assertThatThrownBy(
            () ->
                Afterwards.following(
                    () -> {
                      later("done all the same");
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");
    later("and that is over");
    assertThat(done).containsExactly("done all the same", "and that is over");
  }
}
