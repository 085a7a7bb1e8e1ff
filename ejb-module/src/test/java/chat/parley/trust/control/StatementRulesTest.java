package chat.parley.trust.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;
import chat.parley.trust.DeviceStatement;
import chat.parley.trust.StatementInvalid;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementRulesTest {

  private static final AccountId ACCOUNT =
      new AccountId(UUID.fromString("01234567-89ab-7cde-8f01-23456789abcd"));
  private static final DeviceId DEVICE =
      new DeviceId(UUID.fromString("11234567-89ab-7cde-8f01-23456789abcd"));
  private static final WireBytes KEY = WireBytes.of(new byte[32]);

  private final Ed25519.Pair pair = Ed25519.make(new SecureRandom());
  private final WireBytes accountKey = WireBytes.of(pair.publicKey());

  private DeviceStatement statement(long at) {
    DeviceStatement unsigned = new DeviceStatement(accountKey, at, WireBytes.of(new byte[64]));
    return new DeviceStatement(
        accountKey,
        at,
        WireBytes.of(
            Ed25519.sign(pair.secret(), StatementRules.content(ACCOUNT, DEVICE, KEY, unsigned))));
  }

  @Test
  void whatIsSignedHasOneForm() {
    assertThat(new String(StatementRules.content(ACCOUNT, DEVICE, KEY, statement(17)), UTF_8))
        .isEqualTo(
            "Parley 1 account signature device\0"
                + ACCOUNT
                + "\n"
                + DEVICE
                + "\n"
                + "A".repeat(43)
                + "\n"
                + accountKey.text()
                + "\n17");
  }

  @Test
  void aStatementIsGoodForWhatItSaysAndForNothingElse() {
    DeviceStatement good = statement(17);

    assertThatCode(() -> StatementRules.require(ACCOUNT, DEVICE, KEY, good))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> StatementRules.require(ACCOUNT, new DeviceId(UUID.randomUUID()), KEY, good))
        .isInstanceOf(StatementInvalid.class);
    assertThatThrownBy(
            () -> StatementRules.require(new AccountId(UUID.randomUUID()), DEVICE, KEY, good))
        .isInstanceOf(StatementInvalid.class);
    assertThatThrownBy(() -> StatementRules.require(ACCOUNT, DEVICE, accountKey, good))
        .isInstanceOf(StatementInvalid.class);
    assertThatThrownBy(
            () ->
                StatementRules.require(
                    ACCOUNT, DEVICE, KEY, new DeviceStatement(accountKey, 18, good.signature())))
        .isInstanceOf(StatementInvalid.class);
    assertThatThrownBy(
            () ->
                StatementRules.require(
                    ACCOUNT, DEVICE, KEY, new DeviceStatement(KEY, 17, good.signature())))
        .isInstanceOf(StatementInvalid.class);
  }
}
