package chat.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class EntryHashProperties {

  @Provide
  Arbitrary<StreamId> streams() {
    return Combinators.combine(
            Arbitraries.of(StreamId.Kind.class), Arbitraries.longs(), Arbitraries.longs())
        .as((kind, high, low) -> new StreamId(kind, new UUID(high, low)));
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.strings().withCharRange('a', 'z').withChars('.', '-').ofMinLength(1);
  }

  @Property
  void theSamePartsGiveTheSameHash(
      @ForAll("streams") StreamId stream,
      @ForAll @LongRange(min = 1) long seq,
      @ForAll("kinds") String kind,
      @ForAll byte[] body) {
    assertThat(EntryHash.GENESIS.next(stream, seq, kind, body))
        .isEqualTo(EntryHash.GENESIS.next(stream, seq, kind, body.clone()));
  }

  @Property
  void everyPartCounts(
      @ForAll("streams") StreamId stream,
      @ForAll("streams") StreamId otherStream,
      @ForAll @LongRange(min = 1, max = 1L << 40) long seq,
      @ForAll("kinds") String kind,
      @ForAll byte[] body) {
    EntryHash hash = EntryHash.GENESIS.next(stream, seq, kind, body);
    byte[] longer = java.util.Arrays.copyOf(body, body.length + 1);
    assertThat(
            Stream.of(
                hash.next(stream, seq, kind, body),
                EntryHash.GENESIS.next(stream, seq + 1, kind, body),
                EntryHash.GENESIS.next(stream, seq, kind + "x", body),
                EntryHash.GENESIS.next(stream, seq, kind, longer)))
        .doesNotContain(hash);
    if (!stream.equals(otherStream)) {
      assertThat(EntryHash.GENESIS.next(otherStream, seq, kind, body)).isNotEqualTo(hash);
    }
  }

  @Property
  void wordsDoNotFlowIntoBodies(@ForAll("kinds") String kind, @ForAll("kinds") String more) {
    StreamId stream = StreamId.user(new UUID(0, 1));
    assertThat(EntryHash.GENESIS.next(stream, 1, kind + more, new byte[0]))
        .isNotEqualTo(
            EntryHash.GENESIS.next(stream, 1, kind, more.getBytes(StandardCharsets.US_ASCII)));
  }

  @Example
  void theFirstHashIsWhatTheDocumentSays() throws Exception {
    StreamId stream = StreamId.parse("c/00000000-0000-0000-0000-000000000001");
    byte[] written =
        HexFormat.of()
            .parseHex(
                "00".repeat(32)
                    + HexFormat.of()
                        .formatHex(
                            "c/00000000-0000-0000-0000-000000000001"
                                .getBytes(StandardCharsets.US_ASCII))
                    + "0000000000000001"
                    + "6d657373616765"
                    + "00"
                    + "c3a4");
    assertThat(
            EntryHash.GENESIS
                .next(stream, 1, "message", "\u00e4".getBytes(StandardCharsets.UTF_8))
                .bytes())
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(written));
  }

  @Property
  void aStreamsNameIsReadBack(@ForAll("streams") StreamId stream) {
    assertThat(StreamId.parse(stream.toString())).isEqualTo(stream);
  }

  @Property
  void streamsAreOrderedAsTheirNamesAre(
      @ForAll("streams") StreamId one, @ForAll("streams") StreamId two) {
    assertThat(Integer.signum(one.compareTo(two)))
        .isEqualTo(Integer.signum(one.toString().compareTo(two.toString())));
  }

  @Property
  void whatIsNotANameIsRefused(@ForAll String text) {
    assertThatThrownBy(() -> StreamId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void namesAreStrict() {
    String id = "01234567-89ab-cdef-0123-456789abcdef";
    for (String wrong :
        List.of(
            "c/" + id.toUpperCase(java.util.Locale.ROOT),
            "x/" + id,
            "c" + id,
            "c/" + id + " ",
            "c/1-1-1-1-1",
            "c/" + id + "\n")) {
      assertThatThrownBy(() -> StreamId.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
