package dev.pressline.normalize.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the AT Protocol network is reached. */
@ConfigMapping(prefix = "pressline.atproto")
public interface AtprotoConfig {

    /** The PLC directory. */
    @WithDefault("https://plc.directory")
    String plcUrl();

    /** Whether hosts on this machine may be asked; for tests. */
    @WithDefault("false")
    boolean allowLoopback();
}
