package chat.parley.web.rest.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a client wants its refresh token. */
public enum TokenDelivery {
  /** In a cookie that no script can read: for browsers. */
  @JsonProperty("cookie")
  COOKIE,
  /** In the answer: for clients that keep it themselves. */
  @JsonProperty("body")
  BODY
}
