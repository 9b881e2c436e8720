package dev.pressline.testing.benchmarks.feeds;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import dev.pressline.contract.document.Document;
import java.util.List;

/** An RSS feed of the same documents as ROME writes it, which keeps nothing. Not thread-safe. */
final class RomeFeed {

    private final List<Document> documents;

    RomeFeed(List<Document> documents) {
        this.documents = documents;
    }

    /** All of it; entries hold the text of their documents, which is easier than their HTML. */
    String write() {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("rss_2.0");
        feed.setTitle("Bench");
        feed.setDescription("Bench");
        feed.setLink("https://bench.example/");
        feed.setEntries(documents.stream().map(RomeFeed::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of the corpus cannot be written", e);
        }
    }

    private static SyndEntry entry(Document document) {
        SyndContentImpl content = new SyndContentImpl();
        content.setType("text/html");
        content.setValue(document.text());
        SyndEntryImpl entry = new SyndEntryImpl();
        entry.setTitle(document.title());
        entry.setUri(document.uri().toString());
        entry.setLink("https://bench.example/" + document.uri().rkey());
        entry.setDescription(content);
        return entry;
    }
}
