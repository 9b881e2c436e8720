package dev.pressline.testing.faults.rig;

import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceCommand;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The services of an earlier version, as they were built in a checkout of their own. Immutable.
 *
 * @param installation that checkout
 */
public record EarlierVersion(Installation installation) {

    private static final String PROPERTY = "pressline.faults.earlier";

    /** The one that the system property {@value #PROPERTY} names; empty where it names none. */
    public static Optional<EarlierVersion> find() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(root -> new EarlierVersion(new Installation(Path.of(root).toAbsolutePath())));
    }

    JavaCommand command(Service service) {
        return ServiceCommand.of(installation, service);
    }
}
