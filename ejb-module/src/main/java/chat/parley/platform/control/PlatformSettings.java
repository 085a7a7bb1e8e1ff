package chat.parley.platform.control;

import chat.parley.platform.Secret;
import chat.parley.platform.Setting;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What every instance needs to know of itself.
 *
 * @param instance its name; without one it names itself after the host, with random letters
 */
public record PlatformSettings(
    @Setting("parley.instance") Optional<String> instance,
    @Setting("parley.keystore.path") Path keystore,
    @Setting("parley.keystore.password") Secret keystorePassword) {}
