package chat.parley.ethereum.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EnsName;
import chat.parley.platform.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NameCacheTest {

  private static final EnsName ADA = new EnsName("ada.eth");

  private final AtomicLong now = new AtomicLong();
  private final List<Address> asked = new ArrayList<>();
  private Optional<EnsName> answer = Optional.of(ADA);
  private boolean isAway;
  private final NameCache cache = new NameCache(this::ask, now::get, 2);

  private Optional<EnsName> ask(Address address) {
    asked.add(address);
    if (isAway) {
      throw new Unavailable("away");
    }
    return answer;
  }

  private static Address address(int number) {
    return new Address("0x" + "0".repeat(39) + number);
  }

  @Test
  void anAnswerIsGoodForAWhile() {
    assertThat(cache.knows(address(1))).isFalse();
    assertThat(cache.nameOf(address(1))).contains(ADA);
    answer = Optional.empty();
    now.addAndGet(NameCache.GOOD_FOR.toNanos() - 1);
    assertThat(cache.knows(address(1))).isTrue();
    assertThat(cache.nameOf(address(1))).contains(ADA);
    now.addAndGet(1);
    assertThat(cache.knows(address(1))).isFalse();
    assertThat(cache.nameOf(address(1))).isEmpty();
    assertThat(asked).hasSize(2);
  }

  @Test
  void thatThereIsNoNameIsRemembered() {
    answer = Optional.empty();
    assertThat(cache.nameOf(address(1))).isEmpty();
    assertThat(cache.nameOf(address(1))).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void thatNobodyAnsweredIsNot() {
    isAway = true;
    assertThatThrownBy(() -> cache.nameOf(address(1))).isInstanceOf(Unavailable.class);
    isAway = false;
    assertThat(cache.nameOf(address(1))).contains(ADA);
  }

  @Test
  void thoseThatNobodyAskedForTheLongestAreForgotten() {
    cache.nameOf(address(1));
    cache.nameOf(address(2));
    cache.nameOf(address(1));
    cache.nameOf(address(3));
    assertThat(cache.knows(address(1))).isTrue();
    assertThat(cache.knows(address(2))).isFalse();
    assertThat(cache.knows(address(3))).isTrue();
  }
}
