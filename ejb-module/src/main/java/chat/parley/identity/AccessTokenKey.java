package chat.parley.identity;

/**
 * The public half of the key that signs access tokens: ES256 on P-256 (RFC 7517, RFC 7518).
 *
 * @param kid the thumbprint of the key (RFC 7638)
 * @param x the coordinate in base64url
 * @param y the coordinate in base64url
 */
public record AccessTokenKey(String kid, String x, String y) {}
