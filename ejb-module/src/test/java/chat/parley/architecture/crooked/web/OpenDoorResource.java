package chat.parley.architecture.crooked.web;

import jakarta.ws.rs.GET;

/** Does not say who may call. */
public class OpenDoorResource {

  @GET
  public String get() {
    return "";
  }
}
