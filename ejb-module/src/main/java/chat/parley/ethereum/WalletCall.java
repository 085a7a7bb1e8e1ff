package chat.parley.ethereum;

import java.math.BigInteger;

/**
 * What a wallet is asked to sign.
 *
 * @param value in the smallest units of the currency
 * @param data {@code 0x} and hexadecimal
 */
public record WalletCall(Address to, BigInteger value, String data) {}
