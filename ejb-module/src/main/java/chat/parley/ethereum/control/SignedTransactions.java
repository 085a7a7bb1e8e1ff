package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.SignedTransaction;
import chat.parley.ethereum.TransactionHash;
import chat.parley.ethereum.WalletCall;
import java.math.BigInteger;
import java.security.SignatureException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import org.web3j.crypto.transaction.type.TransactionType;

/** Reads what a wallet has signed. */
final class SignedTransactions {

  /** A payment has two hundred bytes; nothing else is sent through us. */
  private static final Pattern FORM = Pattern.compile("0x(?:[0-9a-fA-F]{2}){1,4096}");

  private SignedTransactions() {}

  /**
   * What was signed; empty for what is no signed transaction, makes a contract, is good on any
   * chain (EIP-155 says which), or of a type that no wallet needs for a payment.
   */
  static Optional<SignedTransaction> read(String raw) {
    if (!FORM.matcher(raw).matches()) {
      return Optional.empty();
    }
    try {
      if (!(TransactionDecoder.decode(raw) instanceof SignedRawTransaction signed)
          || (signed.getType() != TransactionType.LEGACY
              && signed.getType() != TransactionType.EIP1559)) {
        return Optional.empty();
      }
      Long chain =
          signed.getTransaction() instanceof Transaction1559 newer
              ? Long.valueOf(newer.getChainId())
              : signed.getChainId();
      Optional<Address> to = Secp256k1.normalized(lower(signed.getTo()));
      BigInteger nonce = signed.getNonce();
      if (chain == null || to.isEmpty() || nonce.bitLength() > 62) {
        return Optional.empty();
      }
      String data = signed.getData() == null ? "" : signed.getData();
      return Optional.of(
          new SignedTransaction(
              raw,
              new TransactionHash("0x" + HexFormat.of().formatHex(Hash.sha3(bytes(raw)))),
              chain,
              new Address(Keys.toChecksumAddress(lower(signed.getFrom()))),
              nonce.longValueExact(),
              new WalletCall(
                  to.get(),
                  signed.getValue(),
                  data.startsWith("0x") ? lower(data) : "0x" + lower(data))));
    } catch (SignatureException | RuntimeException e) {
      // Bytes of a stranger that are none: the library says so in many ways.
      return Optional.empty();
    }
  }

  private static byte[] bytes(String raw) {
    return HexFormat.of().parseHex(raw.substring(2));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
