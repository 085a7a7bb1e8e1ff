package chat.parley.testing;

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
