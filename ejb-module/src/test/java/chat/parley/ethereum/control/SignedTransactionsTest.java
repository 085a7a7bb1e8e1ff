package chat.parley.ethereum.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.SignedTransaction;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

class SignedTransactionsTest {

  private static final Credentials KEY = Credentials.create("0x" + "1".repeat(64));
  private static final Address TO = new Address("0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913");
  private static final BigInteger ONE = BigInteger.ONE;

  private static String signed(RawTransaction transaction) {
    return Numeric.toHexString(TransactionEncoder.signMessage(transaction, KEY));
  }

  private static String payment(long chain, BigInteger value, String data) {
    return signed(
        RawTransaction.createTransaction(
            chain, BigInteger.TEN, BigInteger.valueOf(21_000), TO.value(), value, data, ONE, ONE));
  }

  @Test
  void aPaymentIsWhatItsWalletHasSigned() {
    String raw = payment(1, BigInteger.valueOf(5), "");

    SignedTransaction read = SignedTransactions.read(raw).orElseThrow();

    assertThat(read.chain()).isEqualTo(1);
    assertThat(read.nonce()).isEqualTo(10);
    assertThat(read.from().value()).isEqualToIgnoringCase(KEY.getAddress());
    assertThat(read.call())
        .isEqualTo(
            PaymentChains.payment(
                new Token(null, "ETH", 18, "Ether"), TO, new Amount(BigInteger.valueOf(5))));
    assertThat(read.hash().value())
        .isEqualTo(
            Numeric.toHexString(org.web3j.crypto.Hash.sha3(Numeric.hexStringToByteArray(raw))));
  }

  @Test
  void aPaymentInATokenIsACallOfItsContract() {
    Token token = new Token(TO, "USDC", 6, "USD Coin");
    Amount amount = new Amount(Amount.MAX);
    String data = PaymentChains.payment(token, TO, amount).data();

    assertThat(data).startsWith("0xa9059cbb").endsWith("f".repeat(64));
    assertThat(SignedTransactions.read(payment(31337, BigInteger.ZERO, data)).orElseThrow().call())
        .isEqualTo(PaymentChains.payment(token, TO, amount));
  }

  @Test
  void anOldFormIsReadWhenItNamesItsChain() {
    RawTransaction old =
        RawTransaction.createTransaction(ONE, ONE, BigInteger.valueOf(21_000), TO.value(), ONE, "");

    assertThat(
            SignedTransactions.read(
                    Numeric.toHexString(TransactionEncoder.signMessage(old, 31337L, KEY)))
                .map(SignedTransaction::chain))
        .contains(31337L);
    assertThat(SignedTransactions.read(signed(old))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "0x0", "0xzz", "0xc0", "0x02c0", "0x03c0", "0x02f8ff", "ab"})
  void whatIsNoPaymentIsNone(String text) {
    assertThat(SignedTransactions.read(text)).isEmpty();
  }

  @Test
  void whatMakesAContractIsNone() {
    assertThat(
            SignedTransactions.read(
                signed(
                    RawTransaction.createTransaction(
                        1, ONE, BigInteger.valueOf(90_000), "", ONE, "6000", ONE, ONE))))
        .isEmpty();
  }

  @Test
  void aTruncatedOneIsNone() {
    String raw = payment(1, ONE, "");
    for (int length = 4; length < raw.length() - 1; length += 2) {
      assertThat(SignedTransactions.read(raw.substring(0, length))).isEmpty();
    }
  }
}
