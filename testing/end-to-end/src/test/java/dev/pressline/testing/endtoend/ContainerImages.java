package dev.pressline.testing.endtoend;

import org.testcontainers.utility.DockerImageName;

/**
 * The images of broker and store, named here only. A system property names another one, such as
 * that of a mirror or of another S3 store that is started like MinIO. {@code deploy/compose} uses
 * the same.
 */
final class ContainerImages {

    static final String KAFKA = "apache/kafka:4.3.1";

    /** The last image that the MinIO community published; see {@code docs/adr/0009}. */
    static final String STORE = "minio/minio:RELEASE.2025-09-07T16-13-09Z";

    private ContainerImages() {}

    static DockerImageName kafka() {
        return image("pressline.test.kafka-image", KAFKA);
    }

    static DockerImageName store() {
        return image("pressline.test.store-image", STORE);
    }

    private static DockerImageName image(String property, String usual) {
        return DockerImageName.parse(System.getProperty(property, usual))
                .asCompatibleSubstituteFor(DockerImageName.parse(usual).getUnversionedPart());
    }
}
