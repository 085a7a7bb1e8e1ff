package chat.parley.identity;

/**
 * An issuer of OpenID Connect that people may sign in with.
 *
 * @param name what it is called in the settings and in addresses
 * @param label what people know it by
 */
public record Issuer(String name, String label) {}
