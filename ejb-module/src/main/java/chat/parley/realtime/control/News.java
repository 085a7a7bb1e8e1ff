package chat.parley.realtime.control;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Entry;
import chat.parley.message.Watermark;
import chat.parley.platform.DeviceId;
import chat.parley.realtime.ServerFrame;
import java.util.List;
import java.util.UUID;

/** What one instance tells the others. Losing, doubling or reordering it is harmless. */
public sealed interface News {

  /** About how many bytes it takes. */
  int weight();

  /** An entry was committed. */
  record Committed(Entry entry) implements News {
    @Override
    public int weight() {
      String body = entry.body();
      return 200 + (body == null ? 0 : body.length());
    }
  }

  /**
   * Members came further.
   *
   * @param ownOnly whether each is told of himself only
   */
  record Moved(ConversationId conversation, List<Watermark> watermarks, boolean ownOnly)
      implements News {

    public Moved {
      watermarks = List.copyOf(watermarks);
    }

    @Override
    public int weight() {
      return 40 + 32 * watermarks.size();
    }
  }

  /** Somebody did something that is worth knowing for a moment. */
  record Signalled(ServerFrame.Signal signal) implements News {
    @Override
    public int weight() {
      return 50;
    }
  }

  /** How people are there, by the word of the instance that tells it. */
  record Present(List<Sighting> sightings) implements News {

    public Present {
      sightings = List.copyOf(sightings);
    }

    @Override
    public int weight() {
      return 20 + 17 * sightings.size();
    }
  }

  /** A device connected: older connections of it end. */
  record Taken(DeviceId device, UUID connection) implements News {
    @Override
    public int weight() {
      return 40;
    }
  }
}
