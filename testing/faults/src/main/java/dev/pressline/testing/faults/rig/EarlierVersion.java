package dev.pressline.testing.faults.rig;

import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceCommand;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import java.nio.file.Path;

/**
 * The services of an earlier version, as they were built in a checkout of their own. Immutable.
 *
 * @param installation that checkout
 */
public record EarlierVersion(Installation installation) {

    /** The one that was built in a checkout. */
    public static EarlierVersion in(Path checkout) {
        return new EarlierVersion(new Installation(checkout.toAbsolutePath()));
    }

    JavaCommand command(Service service) {
        return ServiceCommand.of(installation, service);
    }
}
