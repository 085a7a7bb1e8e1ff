package chat.parley.media;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A picture that somebody sends.
 *
 * @param bytes takes them from the sender, once, when there is room for them
 * @param crop what is shown of it; null for the largest square in the middle
 */
public record NewPicture(Supplier<byte[]> bytes, @Nullable Crop crop) {}
