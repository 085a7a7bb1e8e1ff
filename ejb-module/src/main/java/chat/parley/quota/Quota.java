package chat.parley.quota;

import java.time.Duration;

/**
 * A token bucket that each key has one of, over all instances: so many requests at once, and as
 * many again, evenly, within a time.
 *
 * @param name what is counted, in words of the code; the same key counts elsewhere for itself
 * @param burst requests at once, and again within each {@code within}; at least 1
 * @param within at least a millisecond for each request
 * @param detail what a refusal says to the person
 */
public record Quota(String name, int burst, Duration within, String detail) {}
