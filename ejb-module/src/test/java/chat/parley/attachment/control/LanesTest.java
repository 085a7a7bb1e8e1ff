package chat.parley.attachment.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final AccountId ada = AccountId.next();
  private final AccountId bob = AccountId.next();
  private final Lanes lanes = new Lanes(3, 2);

  @Test
  void oneAccountHasSoManyAndLeavesTheRestToOthers() {
    Lanes.Lane first = lanes.enter(ada);
    Lanes.Lane second = lanes.enter(ada);
    assertThatThrownBy(() -> lanes.enter(ada)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> lanes.require(ada)).isInstanceOf(Unavailable.class);
    Lanes.Lane third = lanes.enter(bob);
    assertThatThrownBy(() -> lanes.enter(bob)).as("all are taken").isInstanceOf(Unavailable.class);

    first.close();
    assertThatCode(() -> lanes.require(bob)).doesNotThrowAnyException();
    second.close();
    third.close();
    assertThatCode(
            () -> {
              lanes.enter(bob);
              lanes.enter(bob);
              lanes.enter(ada);
            })
        .doesNotThrowAnyException();
  }
}
