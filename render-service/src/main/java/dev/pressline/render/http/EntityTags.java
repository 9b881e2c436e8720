package dev.pressline.render.http;

import org.jspecify.annotations.Nullable;

/** Compares entity tags (RFC 9110, 8.8.3 and 13.1.2): a list, {@code *}, weak tags weakly. Pure. */
final class EntityTags {

    private EntityTags() {}

    /** Whether an {@code If-None-Match} header names the tag. */
    static boolean match(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String each : ifNoneMatch.split(",", -1)) {
            String tag = each.strip();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
