package dev.pressline.local.pipeline;

import dev.pressline.local.process.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What may differ between two pipelines. Immutable.
 *
 * @param data the directory of everything that is kept, and of logs
 * @param ports how ports are chosen
 * @param publicUrl the base URL in feeds and canonical links; where render listens when absent
 * @param environment settings handed to every service, as environment variables
 */
public record PipelineOptions(
        Path data, Ports ports, Optional<String> publicUrl, Map<String, String> environment) {

    /** Makes the data directory absolute and copies the settings. */
    public PipelineOptions {
        data = data.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }
}
