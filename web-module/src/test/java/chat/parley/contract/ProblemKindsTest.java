package chat.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.attachment.AttachmentIncomplete;
import chat.parley.attachment.AttachmentTooLarge;
import chat.parley.attachment.RangeUnsatisfiable;
import chat.parley.budget.Budget;
import chat.parley.budget.BudgetExhausted;
import chat.parley.budget.OwnBudgetExhausted;
import chat.parley.contact.RequestResting;
import chat.parley.conversation.NoSuchAccount;
import chat.parley.ethereum.Address;
import chat.parley.identity.EmailLinkRefused;
import chat.parley.identity.IdentityUnregistered;
import chat.parley.identity.RecoveryRefused;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionEnded;
import chat.parley.identity.Username;
import chat.parley.identity.WalletUnregistered;
import chat.parley.keys.EpochConflict;
import chat.parley.keys.KeyPackageInvalid;
import chat.parley.mail.EmailAddress;
import chat.parley.message.NotYourMessage;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.ParleyException;
import chat.parley.platform.TooManyRequests;
import chat.parley.platform.Unavailable;
import chat.parley.profile.LookUpRefused;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipLimitExceeded;
import chat.parley.tip.TransactionRefused;
import chat.parley.web.json.BodyTooLarge;
import chat.parley.web.json.StrictJson;
import chat.parley.web.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems that add members of their own are written as the document describes them. */
class ProblemKindsTest {

  private static final ProblemKinds KINDS = new ProblemKinds(ProblemKinds.productCode());
  private static final ContractFile FILE = ContractFile.read("openapi.yaml", VersionFlag.V202012);

  static Stream<ParleyException> refusals() {
    return Stream.of(
        new InvalidInput("/username", "It is missing."),
        new NoSuchAccount("/members/1"),
        new NotYourMessage(7),
        new EpochConflict(3),
        new KeyPackageInvalid("/keyPackages/1", "Its signatures are not good."),
        new RequestResting(Instant.parse("2026-11-21T03:00:00.123456Z")),
        new SessionEnded(SessionEnd.REVOKED),
        new SessionEnded(null),
        new LookUpRefused(LookUpRefused.Reason.NAME_SERVICE),
        new EmailLinkRefused(EmailLinkRefused.Reason.EXPIRED),
        new RecoveryRefused(RecoveryRefused.Reason.SPENT),
        new BodyTooLarge(10),
        new TooManyRequests("Too many.", Duration.ofSeconds(3)),
        new BudgetExhausted(Budget.RPC, Duration.ofDays(7)),
        new OwnBudgetExhausted(Budget.STORAGE, Duration.ofHours(1)),
        new AttachmentIncomplete(2),
        new AttachmentTooLarge(1_000),
        new RangeUnsatisfiable(1_000),
        new TransactionRefused(TipFault.WRONG_AMOUNT),
        new TipLimitExceeded(BigInteger.TEN),
        new Unavailable("The broker is away."),
        new Unavailable("Too many wait.", Duration.ofSeconds(1)),
        new IdentityUnregistered("proof", Instant.parse("2026-11-21T03:00:00Z"), null, null),
        new IdentityUnregistered(
            "proof",
            Instant.parse("2026-11-21T03:00:00.123456Z"),
            new Username("ada"),
            new EmailAddress("ada@example.org")),
        new WalletUnregistered(
            new Address("0x52908400098527886E0F7030069857D2E4169EE7"),
            "proof",
            Instant.parse("2026-11-21T03:00:00.123456Z")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aProblemIsWrittenAsItsKindSays(ParleyException refusal) {
    Problem problem = Problem.of(refusal);
    if (problem.status() == 401) {
      // As it is sent over HTTP.
      problem = problem.with("signIn", "/sign-in");
    }
    String text = new String(StrictJson.write(problem), StandardCharsets.UTF_8);
    JsonNode schema =
        JsonNodeFactory.instance
            .objectNode()
            .put("$ref", "#/components/schemas/" + ProblemKinds.name(refusal.type()));

    assertThat(FILE.schema(schema).validate(ContractFile.parse(text))).as(text).isEmpty();
  }

  @Test
  void everyKindThatAddsMembersIsTriedHere() {
    List<String> tried = refusals().map(refusal -> refusal.type().slug()).distinct().toList();

    assertThat(tried).containsExactlyInAnyOrderElementsOf(KINDS.withMembersOfTheirOwn());
  }

  @Test
  void everyAdditionHasItsKind() {
    assertThat(KINDS.slugs()).containsAll(KINDS.withMembersOfTheirOwn());
  }
}
