package chat.parley.torture.history;

import java.util.List;
import java.util.function.Consumer;

/** Everything that happened to one client, in its order. */
public interface History {

  /** The name of the client, for people. */
  String client();

  /** The account that it is signed in with. */
  String account();

  /** Tells every event; may be asked any number of times. */
  void forEach(Consumer<Event> reader);

  /** A history in memory. */
  static History of(String client, String account, List<Event> events) {
    return new History() {
      @Override
      public String client() {
        return client;
      }

      @Override
      public String account() {
        return account;
      }

      @Override
      public void forEach(Consumer<Event> reader) {
        events.forEach(reader);
      }
    };
  }
}
