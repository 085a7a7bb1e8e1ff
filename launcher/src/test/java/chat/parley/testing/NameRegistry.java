package chat.parley.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;

/**
 * The name service of the development chain: a registry where everybody looks for one, and a
 * resolver. Both answer every call with the word that they keep under its first argument, which is
 * the node of a name.
 */
public final class NameRegistry {

  private static final String REGISTRY = "0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e";

  /** Loads the word whose slot is the first argument, and returns it. */
  private static final String CODE = "0x" + "600435" + "54" + "600052" + "60206000f3";

  private final DevChain chain;

  /** Deploys the registry. */
  public NameRegistry(DevChain chain) {
    this.chain = chain;
    chain.deploy(REGISTRY, CODE);
  }

  /** Lets a name stand for an address. */
  public NameRegistry with(String name, String address) {
    String resolver = address("resolver of " + name);
    chain.deploy(resolver, CODE);
    chain.store(resolver, node(name), word(address));
    return resolvedBy(name, resolver);
  }

  /** Lets a contract resolve a name. */
  public NameRegistry resolvedBy(String name, String resolver) {
    chain.store(REGISTRY, node(name), word(resolver));
    return this;
  }

  /** Lets an address call itself by a name, whoever that belongs to. */
  public NameRegistry calls(String address, String name) {
    String reverse = address.substring(2).toLowerCase(Locale.ROOT) + ".addr.reverse";
    String resolver = address("resolver of " + reverse);
    chain.deploy(resolver, answering(name));
    return resolvedBy(reverse, resolver);
  }

  /** Code that answers everything with a text. */
  private static String answering(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String words = HexFormat.of().formatHex(Arrays.copyOf(bytes, (bytes.length + 31) / 32 * 32));
    String answer = "0".repeat(62) + "20" + "%064x".formatted(bytes.length) + words;
    // Copies what stands behind these twelve bytes, and returns it.
    String length = HexFormat.of().toHexDigits((short) (answer.length() / 2));
    return "0x61" + length + "80600c6000396000f3" + answer;
  }

  private static String address(String text) {
    return Keys.toChecksumAddress("0x" + Hash.sha3String(text).substring(26));
  }

  private static String word(String address) {
    return "0x" + "0".repeat(24) + address.substring(2).toLowerCase(Locale.ROOT);
  }

  /** ERC-137. */
  private static String node(String name) {
    String node = "0".repeat(64);
    String[] labels = name.split("\\.", -1);
    for (int i = labels.length - 1; i >= 0; i--) {
      node = Hash.sha3("0x" + node + Hash.sha3String(labels[i]).substring(2)).substring(2);
    }
    return "0x" + node;
  }
}
