package dev.pressline.kit.crash;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A boundary between two steps of a stage: the closed set of the places where the process may end
 * between two things that must both happen. A test has one of them end it, by the system property
 * {@value #PROPERTY} of the JVM; without it reaching a point does nothing. Thread-safe.
 */
public enum CrashPoint {
    /** Rows were read, and the brokers have none of their batch. */
    INGEST_READ,
    /** The brokers have a batch, and nobody was told. */
    INGEST_SENT,
    /** Normalize has a batch, and has done nothing with it. */
    NORMALIZE_READ,
    /** Blobs and parts of a batch are kept, and nothing was sent. */
    NORMALIZE_HANDLED,
    /** The brokers have what was derived from a batch, and its offsets are not committed. */
    NORMALIZE_SENT,
    /** The lane of floods has records that were put off, and has done nothing with them. */
    FLOODS_READ,
    /** Blobs and parts of records that were put off are kept, and nothing was sent. */
    FLOODS_HANDLED,
    /** The brokers have what came of records that were put off, and no note says so. */
    FLOODS_SENT,
    /** Notes say that records that were put off are done, and nobody was told. */
    FLOODS_NOTED,
    /** The index has an event, and has remembered nothing of it. */
    RENDER_INDEX_READ,
    /** The index has remembered an event, and no job was made of it. */
    RENDER_INDEX_APPLIED,
    /** Jobs are on their way, and neither marks nor offsets are committed. */
    RENDER_INDEX_PRINTED,
    /** A shared channel has taken a membership in, and no job was made of it. */
    RENDER_INDEX_PLACED,
    /** Jobs of shared channels are on their way, and neither marks nor offsets are committed. */
    RENDER_INDEX_SHARED,
    /** The brokers have committed what the index changed, and its disk has nothing of it. */
    RENDER_INDEX_COMMITTED,
    /** The press has a batch, and has done nothing with its pages. */
    RENDER_PRESS_READ,
    /** An object of a job was put, and perhaps others of it were not. */
    RENDER_PRESS_PUT,
    /** An object of a job was removed, and perhaps others of it were not. */
    RENDER_PRESS_REMOVED,
    /** The pages of a batch are as they must, and nobody was told. */
    RENDER_PRESS_HANDLED,
    /** The brokers have what is to be told of pages, and nothing else of the batch is done. */
    RENDER_PRESS_SENT,
    /** What leads to the pages of a batch is to be printed, and nothing of it is done. */
    RENDER_CHANNELS_READ,
    /** All objects of a batch are as they must, and nobody was told of the last. */
    RENDER_CHANNELS_HANDLED,
    /** The brokers have what is to be told of a batch, and its offsets are not committed. */
    RENDER_CHANNELS_SENT;

    /** Names a point, and after a colon which time; absent but in tests. */
    public static final String PROPERTY = "dev.pressline.crash-point";

    /** What a crash at a point is known by. */
    public static final int EXIT_CODE = 86;

    /** Its name on command lines. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The point of this name, or empty. */
    public static Optional<CrashPoint> of(String title) {
        return Arrays.stream(values()).filter(each -> each.title().equals(title)).findFirst();
    }

    /** Ends the process where this point is armed, and was reached as often as that says. */
    public void reached() {
        Armed.HERE.ifPresent(armed -> armed.reached(this));
    }
}
