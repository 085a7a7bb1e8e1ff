package chat.parley.torture.load;

import java.net.URI;

/**
 * A way to an instance, perhaps a bad one.
 *
 * @param instance from 1
 * @param address where clients connect to
 * @param origin what the instance is called, as a browser would say
 */
public record Link(int instance, URI address, String origin) {}
