package chat.parley.media;

import java.util.Arrays;
import java.util.Optional;

/** The sizes in which a picture is kept: for lists, for messages, for profiles, for the screen. */
public enum PictureSize {
  PX_48(48),
  PX_96(96),
  PX_256(256),
  PX_512(512);

  private final int edge;

  PictureSize(int edge) {
    this.edge = edge;
  }

  /** Pixels of each edge; fewer when what was uploaded has fewer. */
  public int edge() {
    return edge;
  }

  /** The size with this edge. */
  public static Optional<PictureSize> of(int edge) {
    return Arrays.stream(values()).filter(size -> size.edge == edge).findFirst();
  }
}
