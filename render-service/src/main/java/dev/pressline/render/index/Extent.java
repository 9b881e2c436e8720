package dev.pressline.render.index;

/** How much a flush prints; each prints what those before it do. */
enum Extent {
    /** Nothing yet. */
    NOTHING,
    /** The pages of documents that changed; what else is marked stays so. */
    PAGES,
    /** Also what names a document that must no longer be seen. */
    LEFT,
    /** Everything marked. */
    EVERYTHING;

    /** The larger one. */
    Extent or(Extent other) {
        return compareTo(other) < 0 ? other : this;
    }
}
