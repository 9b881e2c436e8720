package dev.pressline.local.pipeline;

import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import java.util.List;

/** The command that runs a packaged service. Stateless. */
public final class ServiceCommand {

    /** What Quarkus generates; its own starter has a class loader whose classes cannot be kept. */
    public static final String MAIN = "io.quarkus.runner.GeneratedMain";

    private ServiceCommand() {}

    /** The command of a service of this installation, with the heap that it works well with. */
    public static JavaCommand of(Service service) {
        return of(Installation.find(), service);
    }

    /** The same of another installation, such as that of another version. */
    public static JavaCommand of(Installation installation, Service service) {
        return new JavaCommand(
                installation.service(service.module()), MAIN, service.heapMebibytes(), List.of());
    }
}
