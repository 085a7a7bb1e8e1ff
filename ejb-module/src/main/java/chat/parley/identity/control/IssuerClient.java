package chat.parley.identity.control;

import chat.parley.identity.Issuer;
import chat.parley.platform.Limits;
import chat.parley.platform.Secret;
import chat.parley.platform.Secrets;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * This installation as the client of one issuer: authorization code with PKCE (OpenID Connect Core
 * 1.0, section 3.1; RFC 7636; RFC 9700).
 */
public final class IssuerClient {

  /** Codes of RFC 6749, section 5.2, that are about the code and not about us. */
  private static final String INVALID_GRANT = "invalid_grant";

  private static final String TOKENS = "token";

  private final String name;
  private final IssuerSettings settings;
  private final @Nullable Secret secret;
  private final IssuerHttp http;
  private final IssuerKeys keys;
  private final IdTokens tokens;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  private record Kept(IssuerDescription description, Instant since) {}

  /**
   * What one visit is known by.
   *
   * @param returnTo where the issuer sends the browser back
   * @param nonce that the ID token must have
   * @param verifier of PKCE
   */
  public record Visit(URI returnTo, String nonce, String verifier) {

    /** Without nonce and verifier. */
    @Override
    public String toString() {
      return "Visit[" + returnTo + "]";
    }
  }

  IssuerClient(String name, IssuerSettings settings, Clock clock) {
    this.name = name;
    this.settings = settings;
    this.secret = settings.clientSecret();
    this.http = new IssuerHttp(clock);
    this.keys = new IssuerKeys(http, clock);
    this.tokens = new IdTokens(settings, clock);
    this.clock = clock;
  }

  /** As people know it. */
  public Issuer issuer() {
    return new Issuer(name, settings.label().orElse(name));
  }

  /** Its {@code iss}. */
  public String address() {
    return settings.issuer();
  }

  /** Our id there. */
  public String client() {
    return settings.client();
  }

  /**
   * Where a browser goes.
   *
   * @param again whether the person has to prove to the issuer who he is, although it may know
   */
  public URI authorization(Visit visit, String state, boolean again) throws IssuerTrouble {
    URI endpoint = description(clock.instant().plus(Limits.ISSUER_ANSWERS_WITHIN)).authorization();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings.client());
    query.put("redirect_uri", visit.returnTo().toString());
    query.put("scope", settings.scopes());
    query.put("state", state);
    query.put("nonce", visit.nonce());
    query.put("code_challenge", Secrets.encode(Secrets.hash(visit.verifier())));
    query.put("code_challenge_method", "S256");
    if (again) {
      query.put("prompt", "login");
      query.put("max_age", "0");
    }
    return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + form(query));
  }

  /**
   * Exchanges the code that a browser brought for what the issuer says of its person.
   *
   * @param iss who sent the browser back, as it says (RFC 9207); null when it does not say
   */
  public IssuerClaims claims(Visit visit, String code, @Nullable String iss) throws IssuerTrouble {
    Instant until = clock.instant().plus(Limits.ISSUER_ANSWERS_WITHIN);
    IssuerDescription description = description(until);
    if (iss == null ? description.naming() : !iss.equals(settings.issuer())) {
      throw IssuerTrouble.refused("answer: iss");
    }
    Map<String, Object> answer = exchange(description, visit, code, until);
    if (!(answer.get("id_token") instanceof String token)) {
      throw IssuerTrouble.wrong(TOKENS + ": no ID token");
    }
    return tokens.require(
        token,
        keys.of(token, description.keys(), until),
        answer.get("access_token") instanceof String access ? access : null,
        visit.nonce());
  }

  private Map<String, Object> exchange(
      IssuerDescription description, Visit visit, String code, Instant until) throws IssuerTrouble {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", visit.returnTo().toString());
    form.put("code_verifier", visit.verifier());
    String authorization = "";
    if (secret == null) {
      form.put("client_id", settings.client());
    } else if (description.basic()) {
      // RFC 6749, section 2.3.1: both are encoded first.
      String both = encoded(settings.client()) + ":" + encoded(secret.value());
      authorization =
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    } else {
      form.put("client_id", settings.client());
      form.put("client_secret", secret.value());
    }
    IssuerHttp.Answer answer =
        http.post(description.token(), form(form), authorization, TOKENS, until);
    if (INVALID_GRANT.equals(answer.members().get("error"))) {
      throw IssuerTrouble.refused(TOKENS + ": " + INVALID_GRANT);
    }
    if (answer.status() != 200) {
      throw IssuerHttp.trouble(TOKENS, answer.status());
    }
    return answer.members();
  }

  private IssuerDescription description(Instant until) throws IssuerTrouble {
    Kept known = kept;
    if (known == null || !clock.instant().isBefore(known.since().plus(Limits.ISSUER_KEPT))) {
      known =
          new Kept(
              IssuerDescription.of(
                  http.get(IssuerDescription.place(settings.issuer()), "description", until),
                  settings.issuer(),
                  secret != null),
              clock.instant());
      kept = known;
    }
    return known.description();
  }

  private static String form(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + "=" + encoded(member.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
