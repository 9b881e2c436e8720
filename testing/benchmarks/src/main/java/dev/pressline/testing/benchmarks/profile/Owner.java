package dev.pressline.testing.benchmarks.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose code a frame of a stack is, as far as it is of interest: of our own by what it does. */
enum Owner {
    RENDERING(
            "pages and feeds",
            "dev/pressline/render/page/",
            "dev/pressline/render/html/",
            "dev/pressline/render/feed/"),
    INDEX("index", "dev/pressline/render/index/"),
    REPAIR("repair", "dev/pressline/normalize/"),
    REPOSITORY("repository reading", "dev/pressline/atproto/"),
    CONTRACT("contract", "dev/pressline/contract/"),
    PRESSLINE("other Pressline", "dev/pressline/"),
    HASHES("hashes", "sun/security/provider/"),
    JSON("Jackson", "com/fasterxml/jackson/"),
    ROCKSDB("RocksDB", "org/rocksdb/", "rocksdb::", "Java_org_rocksdb"),
    STREAMS("Kafka Streams", "org/apache/kafka/streams/"),
    KAFKA("Kafka", "org/apache/kafka/", "kafka/", "scala/"),
    MINIO("MinIO client", "io/minio/"),
    HTTP_CLIENT("OkHttp", "okhttp3/", "okio/"),
    STORE("S3Proxy", "org/gaul/s3proxy/"),
    JETTY("Jetty", "org/gaul/shaded/org/eclipse/jetty/", "org/eclipse/jetty/"),
    VERTX("Vert.x and Netty", "io/vertx/", "io/netty/"),
    MESSAGING("Reactive Messaging", "io/smallrye/", "io/quarkus/"),
    METRICS("Micrometer", "io/micrometer/"),
    COMPRESSION("Zstandard and LZ4", "com/github/luben/zstd/", "ZSTD_", "net/jpountz/"),
    FILES("files", "sun/nio/fs/", "java/io/FileOutputStream", "java/io/FileInputStream"),
    COMPILER("compiler", "Compiler::", "CompileBroker::", "Compilation::"),
    COLLECTOR("collector", "VM_Operation::", "VMThread::");

    private final String title;
    private final List<String> beginnings;

    Owner(String title, String... beginnings) {
        this.title = title;
        this.beginnings = List.of(beginnings);
    }

    /** What a report calls it. */
    String title() {
        return title;
    }

    /** The first that has a frame, or empty where it is nobody's. */
    static Optional<Owner> of(String frame) {
        return Stream.of(values())
                .filter(owner -> owner.beginnings.stream().anyMatch(frame::startsWith))
                .findFirst();
    }
}
