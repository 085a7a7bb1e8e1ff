package chat.parley.media.control;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream; one that has fewer breaks off. */
final class Section extends FilterInputStream {

  private int left;

  Section(InputStream whole, int length) {
    super(whole);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    if (left == 0 || most == 0) {
      return left == 0 ? -1 : 0;
    }
    int read = in.read(buffer, from, Math.min(most, left));
    if (read < 0) {
      throw new EOFException("fewer bytes than there should be");
    }
    left -= read;
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(Math.min(count, left));
    left -= (int) skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
