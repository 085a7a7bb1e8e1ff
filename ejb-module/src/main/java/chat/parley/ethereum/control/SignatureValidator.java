package chat.parley.ethereum.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.ethereum.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.generated.Bytes32;

/**
 * The validator of ERC-6492: a contract that is never deployed. Its constructor asks the wallet at
 * an address whether it accepts a signature (ERC-1271), after deploying the wallet when the
 * signature says how, and returns the answer. All of it happens in one call that changes nothing.
 */
final class SignatureValidator {

  /** What its constructor returns when the signature is accepted. */
  static final String ACCEPTED = "0x01";

  /** The byte code that ERC-6492 publishes as its reference, in hexadecimal. */
  private static final String CODE = read("erc6492-validator.hex");

  private SignatureValidator() {}

  /**
   * The byte code of a validator for one question.
   *
   * @param hash the 32 bytes that were signed
   */
  static String creation(Address wallet, byte[] hash, byte[] signature) {
    String question =
        FunctionEncoder.encodeConstructor(
            List.of(
                new org.web3j.abi.datatypes.Address(wallet.value()),
                new Bytes32(hash),
                new DynamicBytes(signature)));
    return "0x" + CODE + question;
  }

  private static String read(String name) {
    try (InputStream file = SignatureValidator.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing");
      }
      String code = new String(file.readAllBytes(), US_ASCII).strip();
      HexFormat.of().parseHex(code);
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
