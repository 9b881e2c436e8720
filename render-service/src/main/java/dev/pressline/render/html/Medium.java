package dev.pressline.render.html;

/** Where a body will be read. */
public enum Medium {
    /** On a page of the site, with its stylesheet. */
    PAGE,
    /** In a feed reader, perhaps joined with other bodies: no classes, ids that nobody else has. */
    FEED
}
