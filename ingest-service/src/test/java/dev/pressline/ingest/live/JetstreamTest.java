package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.ingest.archive.ArchiveClient;
import dev.pressline.ingest.archive.TestArchive;
import dev.pressline.ingest.stream.JetstreamV2Decoder;
import dev.pressline.ingest.stream.TestDictionaries;
import dev.pressline.ingest.stream.ZstdDictionary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** What Jetstream alone has: dictionaries and an archive. */
class JetstreamTest extends StreamReading {

    /** The second time that the first dictionary is asked for it is gone, and another is served. */
    private static boolean isRetired(
            HostileStream.Seen seen, String id, HostileStream host, byte[] next) {
        boolean retired = seen.query().contains("zstdDictionary=" + id) && host.connections() > 1;
        if (retired) {
            host.serve(next);
        }
        return retired;
    }

    private StreamProtocol compressed(HttpUrl url) {
        return new JetstreamV2Protocol(
                url,
                WANTED,
                new JetstreamV2Decoder(PARSER),
                Optional.of(new JetstreamCompression(client, url)),
                Optional.empty());
    }

    private StreamProtocol archived(HttpUrl url, TestArchive archive) {
        return new JetstreamV2Protocol(
                url,
                WANTED,
                new JetstreamV2Decoder(PARSER),
                Optional.empty(),
                Optional.of(new ArchiveClient(client, archive.url(), WANTED.patterns())));
    }

    @Test
    void jetstream_withADictionary_isReadCompressedAndTheDictionaryReplaced() throws Exception {
        byte[] first = TestDictionaries.train(1);
        byte[] second = TestDictionaries.train(2);
        String firstId = Long.toString(ZstdDictionary.of(first).orElseThrow().id());
        AtomicReference<HostileStream> server = new AtomicReference<>();
        try (HostileStream host =
                HostileStream.refusing(
                        seen -> isRetired(seen, firstId, server.get(), second),
                        "{\"error\":\"UnknownZstdDictionary\"}",
                        (socket, seen) -> {
                            boolean isFirst = seen.query().contains("zstdDictionary=" + firstId);
                            byte[] dictionary = isFirst ? first : second;
                            socket.send(
                                    TestDictionaries.compress(dictionary, event(isFirst ? 1 : 2)));
                            socket.cut();
                        })) {
            // Given
            server.set(host);
            host.serve(first);

            // When
            read(compressed(host.url()), host.url(), Optional.empty());

            // Then
            await(() -> lastCursor().contains("\"position\":2,"));
            assertThat(keys()).hasSize(2);
        }
    }

    @Test
    void jetstream_whoseDictionaryIsRefusedForEver_isReadWithoutOne() throws Exception {
        try (HostileStream host =
                HostileStream.refusing(
                        seen -> seen.query().contains("zstdDictionary"),
                        "{\"error\":\"UnknownZstdDictionary\"}",
                        (socket, seen) -> socket.send(event(1)))) {
            // Given
            host.serve(TestDictionaries.train(1));

            // When
            read(compressed(host.url()), host.url(), Optional.empty());

            // Then
            await(() -> keys().size() == 1);
        }
    }

    @Test
    void jetstream_withAnArchive_isReadFromTheBeginningThenLive() throws Exception {
        try (TestArchive archive = TestArchive.start();
                HostileStream host =
                        HostileStream.refusing(
                                seen -> seen.cursor().orElse(0) < 3,
                                "{\"error\":\"CursorTooOld\"}",
                                (socket, seen) -> socket.send(event(4)))) {
            // Given
            archive.write("seg_0.jss", List.of(TestArchive.row(1, "a", "A")));
            archive.write("seg_1.jss", List.of(TestArchive.row(3, "b", "B")));

            // When
            read(archived(host.url(), archive), host.url(), Optional.empty());

            // Then
            await(() -> lastCursor().contains("\"position\":4,"));
            assertThat(keys())
                    .extracting(key -> key.substring(key.lastIndexOf('/') + 1))
                    .containsExactly("a", "b", "r4");
            assertThat(host.connections()).isEqualTo(1);
        }
    }

    @Test
    void jetstream_whoseCursorIsTooOld_goesOnInTheArchive() throws Exception {
        try (TestArchive archive = TestArchive.start();
                HostileStream host =
                        HostileStream.refusing(
                                seen -> seen.cursor().orElse(0) < 3,
                                "{\"error\":\"CursorTooOld\"}",
                                (socket, seen) -> socket.send(event(4)))) {
            // Given
            archive.write("seg_0.jss", List.of(TestArchive.row(1, "a", "A")));
            archive.write(
                    "seg_1.jss",
                    List.of(TestArchive.row(2, "b", "B"), TestArchive.row(3, "c", "C")));

            // When
            read(archived(host.url(), archive), host.url(), Optional.of(at(host, 2)));

            // Then
            await(() -> lastCursor().contains("\"position\":4,"));
            assertThat(keys())
                    .extracting(key -> key.substring(key.lastIndexOf('/') + 1))
                    .containsExactly("c", "r4");
            assertThat(bench.registry.counter("pressline.source.gaps", "source", "test").count())
                    .isZero();
        }
    }
}
