package dev.pressline.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.pressline.ingest.row.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZstdDictionaryTest {

    private static final String MESSAGE = TestDictionaries.message(1);

    private final byte[] bytes = TestDictionaries.train(1);
    private final ZstdDictionary dictionary = ZstdDictionary.of(bytes).orElseThrow();

    @AfterEach
    void close() {
        dictionary.close();
    }

    /** Says what it was given. */
    private static StreamEvent echo(StreamMessage message) {
        return switch (message) {
            case StreamMessage.Text(byte[] text) ->
                    new StreamEvent.Gap(new String(text, StandardCharsets.UTF_8));
            case StreamMessage.Binary binary -> new StreamEvent.Nothing();
        };
    }

    private StreamEvent decode(byte[] frame) {
        return dictionary.decode(new StreamMessage.Binary(frame), ZstdDictionaryTest::echo);
    }

    @Test
    void message_compressed_isReadAsItWas() {
        byte[] frame = TestDictionaries.compress(bytes, MESSAGE);

        assertThat(frame.length).isLessThan(MESSAGE.length() / 2);
        assertThat(decode(frame)).isEqualTo(new StreamEvent.Gap(MESSAGE));
    }

    @Test
    void message_ofUnknownSize_isReadAsItWas() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(frame)) {
            out.setDict(bytes);
            out.write(MESSAGE.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(decode(frame.toByteArray())).isEqualTo(new StreamEvent.Gap(MESSAGE));
    }

    @Test
    void message_thatIsText_isReadAsItIs() {
        byte[] text = MESSAGE.getBytes(StandardCharsets.UTF_8);

        assertThat(dictionary.decode(new StreamMessage.Text(text), ZstdDictionaryTest::echo))
                .isEqualTo(new StreamEvent.Gap(MESSAGE));
    }

    @Test
    void message_ofAnotherDictionary_endsTheStream() {
        byte[] frame = TestDictionaries.compress(TestDictionaries.train(2), MESSAGE);

        assertThat(decode(frame))
                .isInstanceOfSatisfying(
                        StreamEvent.Ended.class,
                        end -> assertThat(end.error()).isEqualTo("UnknownZstdDictionary"));
    }

    @Test
    void message_damagedOrTooLarge_isUnreadable() {
        byte[] frame = TestDictionaries.compress(bytes, MESSAGE);
        byte[] bomb = TestDictionaries.compress(bytes, "x".repeat(ZstdDictionary.MAX_MESSAGE + 1));

        for (byte[] bad : new byte[][] {Arrays.copyOf(frame, frame.length - 5), bomb}) {
            assertThat(decode(bad))
                    .isInstanceOfSatisfying(
                            StreamEvent.Unreadable.class,
                            event ->
                                    assertThat(event.reason()).isEqualTo(RejectionReason.NOT_JSON));
        }
    }

    @Test
    void bytes_thatAreNoDictionary_areNone() {
        assertThat(ZstdDictionary.of(new byte[0])).isEmpty();
        assertThat(ZstdDictionary.of("<html>nothing here</html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(ZstdDictionary.of(Arrays.copyOf(bytes, 4))).isEmpty();
    }
}
