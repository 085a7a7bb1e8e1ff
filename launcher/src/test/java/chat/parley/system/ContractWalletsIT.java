package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.ContractWallet;
import chat.parley.testing.ContractWallet.Misfit;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Wallet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in with wallets that are contracts (ERC-1271, ERC-6492), good ones and others. */
@ExtendWith(RunningParley.Extension.class)
class ContractWalletsIT {

  private static final String LOGIN = "/api/auth/wallet/login";
  private static final String REFUSED = "wallet-sign-in-refused";

  @Test
  void aContractRegistersAndSignsIn(RunningParley parley) {
    ContractWallet wallet = ContractWallet.fresh().on(parley.chain());

    register(parley.rest(1), wallet.signIn(parley.rest(1)));

    parley.rest(2).post(LOGIN, wallet.signIn(parley.rest(2))).expect(200);
  }

  @Test
  void aContractThatIsNotDeployedSignsInAndIsNotDeployedByIt(RunningParley parley) {
    ContractWallet wallet = ContractWallet.fresh();

    register(parley.rest(1), wallet.signInBeforeDeployment(parley.rest(1)));
    parley.rest(2).post(LOGIN, wallet.signInBeforeDeployment(parley.rest(2))).expect(200);

    assertThat(parley.chain().code(wallet.address())).isEqualTo("0x");
    wallet.on(parley.chain());
    parley.rest(1).post(LOGIN, wallet.signIn(parley.rest(1))).expect(200);
    parley.rest(2).post(LOGIN, wallet.signInBeforeDeployment(parley.rest(2))).expect(200);
  }

  @Test
  void theKeyOfAnotherIsRefused(RunningParley parley) {
    ContractWallet wallet = ContractWallet.fresh().on(parley.chain());
    Wallet other = Wallet.fresh();

    assertProblem(
        parley.rest(1).post(LOGIN, Wallet.signIn(parley.rest(1), wallet.address(), other::sign)),
        401,
        REFUSED);
    assertProblem(
        parley
            .rest(1)
            .post(
                LOGIN,
                Wallet.signIn(parley.rest(1), ContractWallet.fresh().address(), other::sign)),
        401,
        REFUSED);
  }

  @Test
  void aDeploymentOfAnotherContractIsRefused(RunningParley parley) {
    Map<String, String> signed =
        new HashMap<>(ContractWallet.fresh().signInBeforeDeployment(parley.rest(1)));
    signed.put(
        "signature",
        ContractWallet.fresh().signInBeforeDeployment(parley.rest(1)).get("signature"));

    assertProblem(parley.rest(1).post(LOGIN, signed), 401, REFUSED);
  }

  @ParameterizedTest
  @EnumSource
  void aContractThatIsNoWalletIsRefused(Misfit misfit, RunningParley parley) {
    String address = misfit.on(parley.chain());

    assertProblem(
        parley.rest(1).post(LOGIN, Wallet.signIn(parley.rest(1), address, Wallet.fresh()::sign)),
        401,
        REFUSED);
  }

  @Test
  void aSignatureThatIsTooLongOrNoneIsRefused(RunningParley parley) {
    ContractWallet wallet = ContractWallet.fresh().on(parley.chain());
    for (String signature :
        List.of("0x", "0x0", "0x" + "ab".repeat(8193), "0x" + "6492".repeat(16))) {
      assertProblem(
          parley
              .rest(1)
              .post(LOGIN, Wallet.signIn(parley.rest(1), wallet.address(), text -> signature)),
          401,
          REFUSED);
    }
  }

  @Test
  void aMessageSignsInOnceHoweverManySendItAtOnce(RunningParley parley) {
    ContractWallet wallet = ContractWallet.fresh().on(parley.chain());
    register(parley.rest(1), wallet.signIn(parley.rest(1)));
    Map<String, String> signed = wallet.signIn(parley.rest(1));

    List<Answer> answers = AtOnce.times(20, i -> parley.rest(1 + i % 2).post(LOGIN, signed));

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(19);
  }

  @Test
  void withoutTheChainKeysSignInAndContractsAreAskedToWait(RunningParley parley) {
    ContractWallet contract = ContractWallet.fresh().on(parley.chain());
    Wallet key = Wallet.fresh();
    register(parley.rest(1), contract.signIn(parley.rest(1)));
    register(parley.rest(1), key.signIn(parley.rest(1)));
    parley.killChain();
    try {
      Answer refused = parley.rest(1).post(LOGIN, contract.signIn(parley.rest(1)));

      assertProblem(refused, 503, "unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      parley.rest(1).post(LOGIN, key.signIn(parley.rest(1))).expect(200);
    } finally {
      parley.startChain();
      contract.on(parley.chain());
    }
    parley.rest(1).post(LOGIN, contract.signIn(parley.rest(1))).expect(200);
  }

  private static void register(RestClient instance, Map<String, String> signed) {
    String proof = instance.post(LOGIN, signed).expect(403).body().path("registration").asText();
    instance
        .post(
            "/api/auth/wallet/register",
            Map.of(
                "registration",
                proof,
                "username",
                "contract-" + UUID.randomUUID().toString().substring(0, 8),
                "tokenDelivery",
                "body"))
        .expect(201);
  }
}
