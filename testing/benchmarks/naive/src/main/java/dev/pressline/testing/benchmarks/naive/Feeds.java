package dev.pressline.testing.benchmarks.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The feed of each account, with the full content of its last 50 documents, in memory. */
@ApplicationScoped
public class Feeds {

    private static final int WINDOW = 50;

    private final Map<String, LinkedList<SyndEntry>> entries = new ConcurrentHashMap<>();

    /** Adds a document and writes the whole feed anew. */
    synchronized byte[] with(String did, String rkey, JsonNode record) throws FeedException {
        LinkedList<SyndEntry> of = entries.computeIfAbsent(did, each -> new LinkedList<>());
        of.addFirst(entry(did, rkey, record));
        if (of.size() > WINDOW) {
            of.removeLast();
        }
        return write(did, new ArrayList<>(of));
    }

    private static SyndEntry entry(String did, String rkey, JsonNode record) {
        SyndContentImpl content = new SyndContentImpl();
        content.setType("text/html");
        content.setValue(SimplePage.body(printable(record.path("textContent").asText(""))));
        SyndEntryImpl entry = new SyndEntryImpl();
        entry.setTitle(printable(record.path("title").asText("")));
        entry.setUri("at://" + did + "/site.standard.document/" + rkey);
        entry.setLink("https://naive.example/" + SimplePage.key(did, rkey));
        entry.setDescription(content);
        return entry;
    }

    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
    }

    private static byte[] write(String did, List<SyndEntry> entries) throws FeedException {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("rss_2.0");
        feed.setTitle(did);
        feed.setDescription(did);
        feed.setLink("https://naive.example/");
        feed.setEntries(entries);
        return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
    }
}
