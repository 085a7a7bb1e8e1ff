package chat.parley.trust.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.trust.LogProofs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleProperties {

  /** The leaves of the test vectors of Certificate Transparency (RFC 6962), and their roots. */
  private static final List<String> VECTOR_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> VECTOR_ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final Map<Merkle.Node, byte[]> known = new HashMap<>();

  private byte[] at(Merkle.Node node) {
    return Objects.requireNonNull(known.get(node), () -> "not complete: " + node);
  }

  private List<byte[]> leaves(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(i -> Merkle.leaf(Long.toString(i).getBytes(US_ASCII)))
        .toList();
  }

  private void grow(long from, long to) {
    known.putAll(Merkle.append(from, leaves(from, to), this::at));
  }

  @Example
  void theRootsAreThoseOfTheVectors() {
    assertThat(hex(Merkle.root(0, this::at))).isEqualTo(VECTOR_ROOTS.get(0));
    for (int i = 0; i < VECTOR_LEAVES.size(); i++) {
      known.putAll(
          Merkle.append(
              i, List.of(Merkle.leaf(HexFormat.of().parseHex(VECTOR_LEAVES.get(i)))), this::at));
      assertThat(hex(Merkle.root(i + 1L, this::at))).isEqualTo(VECTOR_ROOTS.get(i + 1));
    }
  }

  @Example
  void theProofsAreThoseOfTheVectors() {
    theRootsAreThoseOfTheVectors();

    assertThat(Merkle.inclusion(5, 8, this::at).stream().map(MerkleProperties::hex))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(Merkle.consistency(6, 8, this::at).stream().map(MerkleProperties::hex))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Property(tries = 100)
  void aTreeThatGrewInAnyStepsIsTheSame(
      @ForAll @IntRange(max = 70) int first, @ForAll @IntRange(min = 1, max = 70) int more) {
    grow(0, first);
    grow(first, (long) first + more);
    byte[] grown = Merkle.root((long) first + more, this::at);
    known.clear();
    grow(0, (long) first + more);

    assertThat(grown).isEqualTo(Merkle.root((long) first + more, this::at));
  }

  @Property(tries = 200)
  void everyLeafProvesItsPlaceAndNoOther(
      @ForAll @IntRange(min = 1, max = 130) int size, @ForAll @IntRange(max = 129) int any) {
    long place = any % size;
    grow(0, size);
    byte[] root = Merkle.root(size, this::at);
    byte[] leaf = at(new Merkle.Node(0, place));
    List<byte[]> proof = Merkle.inclusion(place, size, this::at);

    assertThat(LogProofs.isIncluded(leaf, place, size, proof, root)).isTrue();
    assertThat(LogProofs.isIncluded(Merkle.leaf(new byte[1]), place, size, proof, root)).isFalse();
    assertThat(LogProofs.isIncluded(leaf, (place + 1) % (size + 1L), size, proof, root)).isFalse();
    assertThat(LogProofs.isIncluded(leaf, place, size, more(proof), root)).isFalse();
  }

  @Property(tries = 200)
  void everyTreeProvesItsBeginnings(
      @ForAll @IntRange(min = 1, max = 130) int to, @ForAll @IntRange(max = 129) int any) {
    long from = any % to + 1L;
    grow(0, to);
    byte[] first = Merkle.root(from, this::at);
    byte[] second = Merkle.root(to, this::at);
    List<byte[]> proof = Merkle.consistency(from, to, this::at);

    assertThat(LogProofs.isConsistent(from, first, to, second, proof)).isTrue();
    byte[] another = first.clone();
    another[0] ^= 1;
    assertThat(LogProofs.isConsistent(from, another, to, second, proof)).isFalse();
    assertThat(LogProofs.isConsistent(from, first, to, second, more(proof))).isFalse();
  }

  private static List<byte[]> more(List<byte[]> proof) {
    return Stream.concat(proof.stream(), Stream.of(new byte[32]))
        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
