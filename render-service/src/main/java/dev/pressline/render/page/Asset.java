package dev.pressline.render.page;

/**
 * A file that pages refer to and that never changes, since its key names its content.
 *
 * @param key its object key in the site bucket
 * @param contentType its media type
 * @param bytes the content; callers must not change it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String key, String contentType, byte[] bytes) {}
