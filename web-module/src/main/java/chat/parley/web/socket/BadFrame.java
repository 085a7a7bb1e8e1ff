package chat.parley.web.socket;

/** What arrived is no frame of the protocol at all: the connection ends with 4400. */
final class BadFrame extends Exception {

  private static final long serialVersionUID = 1L;

  BadFrame(String why) {
    super(why);
  }
}
