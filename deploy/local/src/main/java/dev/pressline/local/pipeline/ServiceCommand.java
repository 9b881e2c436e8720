package dev.pressline.local.pipeline;

import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import java.util.List;

/** The command that runs a packaged service. Stateless. */
public final class ServiceCommand {

    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private ServiceCommand() {}

    /** The command of a service of this installation, with the heap that it works well with. */
    public static JavaCommand of(Service service) {
        return new JavaCommand(
                Installation.find().serviceClassPath(service.module()),
                MAIN,
                service.heapMebibytes(),
                List.of());
    }
}
