package dev.pressline.local.pipeline;

import java.net.URI;

/**
 * Where a service listens. Immutable.
 *
 * @param http the base URL of its own interface
 * @param management the base URL of health and metrics
 */
public record ServiceAddress(URI http, URI management) {

    static ServiceAddress ofPorts(int http, int management) {
        return new ServiceAddress(
                URI.create("http://localhost:" + http),
                URI.create("http://localhost:" + management));
    }

    /** The URL that tells whether the service can work. */
    public URI ready() {
        return management.resolve("/q/health/ready");
    }

    /** The URL that tells whether the service has found all that it needs. */
    public URI started() {
        return management.resolve("/q/health/started");
    }

    /** The URL that tells whether the service should be left running. */
    public URI live() {
        return management.resolve("/q/health/live");
    }

    /** The URL of the metrics, in the text format of Prometheus. */
    public URI metrics() {
        return management.resolve("/q/metrics");
    }
}
