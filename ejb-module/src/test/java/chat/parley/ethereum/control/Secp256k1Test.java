package chat.parley.ethereum.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.Address;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

class Secp256k1Test {

  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  /** The first account of the development chain, known to everybody. */
  private static final ECKeyPair KEY =
      ECKeyPair.create(
          new BigInteger("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80", 16));

  private static final Address ADDRESS = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

  private static Sign.SignatureData sign(String text) {
    return Sign.signPrefixedMessage(text.getBytes(StandardCharsets.UTF_8), KEY);
  }

  private static byte[] bytes(BigInteger number) {
    return Numeric.toBytesPadded(number, 32);
  }

  private static String hex(byte[] r, byte[] s, int v) {
    HexFormat hex = HexFormat.of();
    return "0x" + hex.formatHex(r) + hex.formatHex(s) + hex.toHexDigits((byte) v);
  }

  @Property(tries = 50)
  void theSignerOfAnyTextIsFound(@ForAll @StringLength(max = 300) String text) {
    // What UTF-8 cannot carry is not what the wallet showed.
    String sent = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    Sign.SignatureData signature = sign(sent);
    assertThat(Secp256k1.signer(sent, hex(signature.getR(), signature.getS(), signature.getV()[0])))
        .contains(ADDRESS);
  }

  @Test
  void anotherTextHasAnotherSigner() {
    Sign.SignatureData signature = sign("hello");
    assertThat(
            Secp256k1.signer("hellO", hex(signature.getR(), signature.getS(), signature.getV()[0])))
        .isNotEqualTo(Optional.of(ADDRESS));
  }

  @Test
  void aSignatureHasOneForm() {
    Sign.SignatureData signature = sign("hello");
    int v = signature.getV()[0];
    byte[] highS = bytes(ORDER.subtract(new BigInteger(1, signature.getS())));
    assertThat(Secp256k1.signer("hello", hex(signature.getR(), highS, v == 27 ? 28 : 27)))
        .isEmpty();
    for (int other : new int[] {0, 1, 26, 29, 35, 37, 255}) {
      assertThat(Secp256k1.signer("hello", hex(signature.getR(), signature.getS(), other)))
          .as("v = " + other)
          .isEmpty();
    }
  }

  @Test
  void numbersOutOfRangeAreNoSignature() {
    byte[] zero = new byte[32];
    byte[] one = bytes(BigInteger.ONE);
    byte[] order = bytes(ORDER);
    byte[] full = bytes(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
    for (byte[] bad : new byte[][] {zero, order, full}) {
      assertThat(Secp256k1.signer("hello", hex(bad, one, 27))).isEmpty();
      assertThat(Secp256k1.signer("hello", hex(one, bad, 27))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "0x00", "garbage", "0X", "0xzz"})
  void otherTextsAreNoSignature(String signature) {
    assertThat(Secp256k1.signer("hello", signature)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The examples of ERC-55.
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0xde709f2102306220921060314715629080e2fb77"
      })
  void anAddressCarriesItsChecksum(String address) {
    assertThat(Secp256k1.checksummed(address)).contains(new Address(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\n",
        ""
      })
  void anAddressWithoutItsChecksumIsNone(String address) {
    assertThat(Secp256k1.checksummed(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"
      })
  void digitsInOneCaseHaveNoChecksumAndAreGivenOne(String address) {
    assertThat(Secp256k1.normalized(address))
        .contains(new Address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
        "0X5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae",
        ""
      })
  void aWrongChecksumIsNotMended(String address) {
    assertThat(Secp256k1.normalized(address)).isEmpty();
  }
}
