package chat.parley.message;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Places in a stream as a command names them. */
final class SeqList {

  private SeqList() {}

  /**
   * The places in ascending order.
   *
   * @param pointer the member of the command that holds them
   * @throws InvalidInput unless they are 1 to {@link Limits#MESSAGES_AT_ONCE} different numbers
   *     from 1
   */
  static List<Long> checked(String pointer, List<Long> seqs) {
    if (seqs.isEmpty() || seqs.size() > Limits.MESSAGES_AT_ONCE) {
      throw new InvalidInput(
          pointer, "1 to " + Limits.MESSAGES_AT_ONCE + " messages are named at once.");
    }
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < seqs.size(); i++) {
      if (seqs.get(i) < 1) {
        throw new InvalidInput(pointer + "/" + i, "The first entry is 1.");
      }
      if (!seen.add(seqs.get(i))) {
        throw new InvalidInput(pointer + "/" + i, "It stands there twice.");
      }
    }
    return seqs.stream().sorted().toList();
  }
}
