package chat.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.InvalidInput;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PurgedProperties {

  @Property
  void isReadAsItWasWritten(
      @ForAll @Size(min = 1, max = 100) List<@LongRange(min = 1, max = (1L << 53) - 1) Long> seqs) {
    Purged purged = new Purged(seqs);
    assertThat(Purged.read(purged.body())).isEqualTo(purged);
  }

  @Property
  void anyOtherTextIsNoPurge(@ForAll String text) {
    assertThatThrownBy(() -> Purged.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aCommandNamesOneToAHundredDifferentMessages() {
    assertThat(purge(List.of(9L, 2L, 5L)).seqs()).containsExactly(2L, 5L, 9L);
    assertThat(purge(LongStream.rangeClosed(1, 100).boxed().toList()).seqs()).hasSize(100);
    for (List<Long> wrong :
        List.of(
            List.<Long>of(),
            LongStream.rangeClosed(1, 101).boxed().toList(),
            List.of(0L),
            List.of(-1L),
            List.of(3L, 4L, 3L))) {
      assertThatThrownBy(() -> purge(wrong)).isInstanceOf(InvalidInput.class);
    }
  }

  private static PurgeMessages purge(List<Long> seqs) {
    return new PurgeMessages(
        AccountId.next(), DeviceId.next(), Ids.next(), ConversationId.next(), seqs);
  }
}
