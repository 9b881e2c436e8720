package dev.pressline.normalize.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sites that say what a test has them say. */
public final class FakeSites implements SitePort {

    /** The files there are, by URL. */
    public final Map<String, String> files = new ConcurrentHashMap<>();

    /** The pages there are, by URL. */
    public final Map<String, String> pages = new ConcurrentHashMap<>();

    /** The URLs asked for so far. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Says nothing. */
    public FakeSites() {}

    @Override
    public Optional<String> file(String url) {
        asked.add(url);
        return Optional.ofNullable(files.get(url));
    }

    @Override
    public Optional<String> page(String url) {
        asked.add(url);
        return Optional.ofNullable(pages.get(url));
    }
}
