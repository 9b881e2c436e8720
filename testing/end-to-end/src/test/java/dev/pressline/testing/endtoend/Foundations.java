package dev.pressline.testing.endtoend;

import dev.pressline.local.pipeline.EmbeddedFoundation;
import dev.pressline.local.pipeline.Foundation;
import org.testcontainers.DockerClientFactory;

/**
 * What the pipelines of a test run stand on: containers where Docker answers, else embedded ones.
 * The system property {@code pressline.test.foundation} decides for {@code containers} or {@code
 * embedded}.
 */
final class Foundations {

    private static final String PROPERTY = "pressline.test.foundation";
    private static final Foundation.Kind KIND = choose(System.getProperty(PROPERTY, "any"));

    private Foundations() {}

    /** The same for every test of a run. */
    static Foundation.Kind kind() {
        return KIND;
    }

    private static Foundation.Kind choose(String wish) {
        return switch (wish) {
            case "containers" -> containers();
            case "embedded" -> embedded("as asked for");
            case "any" ->
                    DockerClientFactory.instance().isDockerAvailable()
                            ? containers()
                            : embedded("since no Docker answers");
            default -> throw new IllegalArgumentException(PROPERTY + ": no such kind: " + wish);
        };
    }

    private static Foundation.Kind containers() {
        System.out.printf(
                "Foundation: containers of %s and %s%n",
                ContainerImages.kafka(), ContainerImages.store());
        return ContainerFoundation::start;
    }

    private static Foundation.Kind embedded(String why) {
        System.out.printf("Foundation: embedded broker and store, %s%n", why);
        return EmbeddedFoundation::start;
    }
}
