package dev.pressline.kit.store;

/** What can be asked of the store. */
enum StoreOperation {
    PUT,
    STAT,
    GET,
    REMOVE,
    LIST,
    BUCKETS
}
