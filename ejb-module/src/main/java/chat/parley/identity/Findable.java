package chat.parley.identity;

/**
 * Who finds a person by exactly what he is called.
 *
 * @param byEmail who finds him by his verified e-mail address
 * @param byWallet who finds him by the address of his wallet
 * @param byUsername who finds him by his whole user name
 */
public record Findable(Audience byEmail, Audience byWallet, Audience byUsername) {

  /** A user name is what people give out; the others they are called by elsewhere. */
  public static final Findable DEFAULT =
      new Findable(Audience.NOBODY, Audience.NOBODY, Audience.EVERYONE);
}
