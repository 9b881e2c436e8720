package dev.pressline.ingest.stream;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictTrainer;
import java.nio.charset.StandardCharsets;

/** Dictionaries for messages of a Jetstream, trained on the spot. */
public final class TestDictionaries {

    private TestDictionaries() {}

    /** A message, one of many alike. */
    public static String message(int number) {
        return "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#commit\",\"seq\":%d,\"did\":\"did:plc:ewvi7nxzyoun6zhxrhs64oiz\",\"time\":\"2026-06-15T15:06:40Z\",\"rev\":\"3mf42slbt3g42\",\"operation\":\"create\",\"collection\":\"site.standard.document\",\"rkey\":\"r%d\",\"record\":{\"title\":\"%d\"}}}"
                .formatted(number, number, number);
    }

    /** A dictionary in zstd's format; another seed gives another number. */
    public static byte[] train(int seed) {
        ZstdDictTrainer trainer = new ZstdDictTrainer(1024 * 1024, 8 * 1024);
        for (int i = 0; i < 2_000; i++) {
            String sample = message(i * seed) + Integer.toHexString(i * 31 * seed);
            trainer.addSample(sample.getBytes(StandardCharsets.UTF_8));
        }
        return trainer.trainSamples();
    }

    /** A message as one frame. */
    public static byte[] compress(byte[] dictionary, String message) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.loadDict(dictionary);
            return context.compress(message.getBytes(StandardCharsets.UTF_8));
        }
    }
}
