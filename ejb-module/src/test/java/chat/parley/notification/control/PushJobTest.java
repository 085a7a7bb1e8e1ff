package chat.parley.notification.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushJobTest {

  private static final ConversationId CONVERSATION = ConversationId.next();
  private static final AccountId ONE = AccountId.next();
  private static final AccountId OTHER = AccountId.next();
  private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123Z");

  @Test
  void whatIsWrittenIsRead() throws PushJob.Unreadable {
    for (PushJob job :
        new PushJob[] {
          new PushJob.News(CONVERSATION, 7, AT, Set.of()),
          new PushJob.News(CONVERSATION, 7, AT, Set.of(ONE, OTHER)),
          new PushJob.Call(DeviceId.next(), CONVERSATION, 7, 3)
        }) {
      assertThat(PushJob.parse(job.text())).isEqualTo(job);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "2 news a b c d",
        "1 news x 1 1 -",
        "1 news 0192f0c1-2b3c-7d4e-8f50-112233445566 x 1 -",
        "1 call 0192f0c1-2b3c-7d4e-8f50-112233445566 x 1 1",
        "1 sing 0192f0c1-2b3c-7d4e-8f50-112233445566 1 1 -"
      })
  void whatIsNoneOfOursIsRefused(String text) {
    assertThatThrownBy(() -> PushJob.parse(text)).isInstanceOf(PushJob.Unreadable.class);
  }
}
