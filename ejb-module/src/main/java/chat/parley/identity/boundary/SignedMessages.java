package chat.parley.identity.boundary;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.identity.PublicOrigins;
import chat.parley.identity.WalletChallenge;
import chat.parley.identity.WalletSignInRefused;
import chat.parley.identity.control.OneTimeSecrets;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.identity.control.SiweMessage;
import chat.parley.identity.control.SiweParser;
import chat.parley.identity.control.SiweRules;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Messages of ERC-4361 that a wallet signs for one purpose: each names a nonce that was given for
 * that purpose and for one subject, and is good once.
 */
@ApplicationScoped
public class SignedMessages {

  private static final String NOT_SIGNED = "The signature is not one of this address.";

  @EJB private SessionTransactions transactions;
  @Inject private Wallets wallets;
  @Inject private SiweRules rules;
  @Inject private PublicOrigins origins;

  /**
   * What a message must say.
   *
   * @param subject whom the nonce is for; empty for anybody
   * @param statement what the person reads in the wallet
   * @param pageOrigin the origin of the page, when the browser names one
   */
  WalletChallenge challenge(
      Purpose purpose, String subject, String statement, @Nullable String pageOrigin) {
    OneTimeSecrets.Issued nonce = transactions.issue(purpose, subject, Limits.SIGN_IN_NONCE);
    URI origin = origins.orFirst(pageOrigin);
    return new WalletChallenge(
        nonce.secret(),
        nonce.issuedAt(),
        nonce.expiresAt(),
        origin.getRawAuthority(),
        origin,
        "1",
        statement,
        rules.chains());
  }

  /**
   * Whose wallet signed the message; uses its nonce up.
   *
   * @throws WalletSignInRefused when message, signature or nonce is not good
   * @throws chat.parley.platform.Unavailable when only the contract at the address could say, and
   *     the node of its chain does not answer
   */
  Address signer(
      Purpose purpose, String subject, String text, String signature, @Nullable String pageOrigin) {
    SiweMessage message =
        SiweParser.parse(text, wallets)
            .orElseThrow(
                () -> new WalletSignInRefused("This is not a sign-in message of ERC-4361."));
    rules.require(message, pageOrigin);
    Address address = message.address();
    // A key is asked first: it needs no node, so that whoever has one comes in when the node is
    // away.
    boolean byKey = wallets.signer(text, signature).filter(address::equals).isPresent();
    if (!byKey && !wallets.canAskContract(message.chainId(), signature)) {
      throw new WalletSignInRefused(NOT_SIGNED);
    }
    // After the signature of a key, so that of many who send the same message at once exactly one
    // comes in; and before a contract is asked, so that nobody makes us ask twice with one nonce.
    if (transactions.take(purpose, message.nonce()).filter(subject::equals).isEmpty()) {
      throw new WalletSignInRefused("The nonce is used, expired, or not ours.");
    }
    if (!byKey && !wallets.contractAccepts(message.chainId(), address, text, signature)) {
      throw new WalletSignInRefused(NOT_SIGNED);
    }
    return address;
  }
}
