package dev.pressline.local.pipeline;

/** Hears how the start of a pipeline goes on, from several threads. */
public interface StartListener {

    /** A part has begun to start. */
    void starting(String part);

    /** A part is ready. */
    void ready(String part, String where);
}
