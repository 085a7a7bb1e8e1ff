package chat.parley.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/**
 * Where things stand below one root package: {@code <root>.<feature>} and {@code
 * <root>.<feature>.<layer>}.
 *
 * @param root the package that holds the features, without a trailing dot
 */
record Plan(String root) {

  /** The house itself. */
  static final Plan PARLEY = new Plan("chat.parley");

  /** The features, lowest first: a feature may use only those before it. */
  static final List<String> FEATURES =
      List.of(
          "platform",
          "budget",
          "ethereum",
          "media",
          "sealing",
          "quota",
          "mail",
          "journal",
          "identity",
          "profile",
          "conversation",
          "contact",
          "keys",
          "backup",
          "trust",
          "moderation",
          "attachment",
          "message",
          "tip",
          "realtime",
          "notification",
          "integration",
          "admin");

  /** The doors above all features. They have rooms of their own and none of the four layers. */
  static final String WEB = "web";

  /** The names of addresses and the resource adapter, below all features. */
  static final String JMS = "jms";

  /** The layers of a feature, lowest first; the empty name is the feature's root package. */
  static final List<String> LAYERS = List.of("", "entity", "control", "boundary");

  /**
   * One place in the house.
   *
   * @param feature a feature, {@link #WEB} or {@link #JMS}; or a name that has no place in the plan
   * @param layer the rest of the package name; empty for the feature's root package
   */
  record Place(String feature, String layer) {

    /** How high the feature stands; -1 for a name the plan does not know. */
    int height() {
      if (feature.equals(JMS)) {
        return 0;
      }
      if (feature.equals(WEB)) {
        return FEATURES.size() + 1;
      }
      int index = FEATURES.indexOf(feature);
      return index < 0 ? -1 : index + 1;
    }

    /** How high the layer stands in its feature; -1 for a name the plan does not know. */
    int level() {
      return feature.equals(WEB) ? 0 : LAYERS.indexOf(layer);
    }

    /** Whether the features above may use what stands here. */
    boolean isPublished() {
      return layer.isEmpty() || layer.equals("boundary");
    }

    @Override
    public String toString() {
      return layer.isEmpty() ? feature : feature + "." + layer;
    }
  }

  /** The place of a class; empty when it does not belong to this house. */
  Optional<Place> placeOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return Optional.empty();
    }
    String[] parts = name.substring(root.length() + 1).split("\\.", 2);
    return Optional.of(new Place(parts[0], parts.length == 1 ? "" : parts[1]));
  }

  /** The ArchUnit name of a place and all below it; {@code *} stands for every feature. */
  String packages(String place) {
    return root + "." + place + "..";
  }
}
