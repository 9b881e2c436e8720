package dev.pressline.render.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.feed.DeletedEntry;
import dev.pressline.render.page.ArchiveMonth;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.Neighbours;
import java.util.List;
import java.util.Optional;

/**
 * A value of {@code pressline.jobs.v1}: what the press shall print or remove. Jobs of one folder
 * supersede each other: only the last one counts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = PrintJob.PrintDocument.class, name = "print-document"),
    @Type(value = PrintJob.RemoveDocument.class, name = "remove-document"),
    @Type(value = PrintJob.MoveDocument.class, name = "move-document"),
    @Type(value = PrintJob.PrintChannel.class, name = "print-channel"),
    @Type(value = PrintJob.RemoveChannel.class, name = "remove-channel"),
    @Type(value = PrintJob.PrintChapter.class, name = "print-chapter"),
    @Type(value = PrintJob.PrintArchive.class, name = "print-archive"),
    @Type(value = PrintJob.RemoveArchive.class, name = "remove-archive"),
    @Type(value = PrintJob.PrintReport.class, name = "print-report"),
    @Type(value = PrintJob.RemoveReport.class, name = "remove-report"),
    @Type(value = PrintJob.PrintDirectory.class, name = "print-directory"),
    @Type(value = PrintJob.PrintSubscriptions.class, name = "print-subscriptions"),
    @Type(value = PrintJob.RemoveSubscriptions.class, name = "remove-subscriptions"),
    @Type(value = PrintJob.PrintSitemap.class, name = "print-sitemap")
})
public sealed interface PrintJob {

    /** The folder of the page, or the object where it is one alone: the key of the job. */
    String folder();

    /**
     * The key on the topic: the folder, or {@code front} for the front page, whose folder is empty.
     */
    @JsonIgnore
    default String key() {
        return folder().isEmpty() ? "front" : folder();
    }

    /** Whether it takes something away, which happens when nothing leads there any more. */
    @JsonIgnore
    default boolean isRemoval() {
        return switch (this) {
            case PrintDocument print -> false;
            case PrintChannel print -> false;
            case PrintChapter print -> false;
            case PrintArchive print -> false;
            case PrintReport print -> false;
            case PrintDirectory print -> false;
            case PrintSubscriptions print -> false;
            case PrintSitemap print -> false;
            case MoveDocument move -> true;
            case RemoveDocument remove -> true;
            case RemoveChannel remove -> true;
            case RemoveArchive remove -> true;
            case RemoveReport remove -> true;
            case RemoveSubscriptions remove -> true;
        };
    }

    /**
     * Print a document's page; {@code listed} says whether the front page may show it, {@code
     * isNew} that it was never printed, a hint that saves asking the store; empty means no.
     */
    record PrintDocument(
            @JsonProperty("document") WrittenDocument written,
            Optional<Publication> publication,
            Neighbours neighbours,
            boolean listed,
            Optional<Boolean> isNew)
            implements PrintJob {

        /** What to print. */
        public Document document() {
            return written.document();
        }

        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.document(document().uri());
        }
    }

    /**
     * Remove a document's page; {@code gone} says whether for good (410) or perhaps not (404),
     * {@code departure} what the channels that it shared with others say of it.
     */
    record RemoveDocument(
            AtUri uri,
            boolean gone,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Departure> departure)
            implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.document(uri);
        }
    }

    /** Have a document's page lead to that of another, published later at the same address. */
    record MoveDocument(AtUri uri, AtUri to) implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.document(uri);
        }
    }

    /**
     * Print a channel's first page and its feeds; items newest first. {@code cut} says that they
     * were too many, where absent that they were not; {@code older} is the newest chapter of the
     * archive; {@code deleted} are the documents that were lately, newest first, none where absent.
     * {@code isNew} says that it was never printed, a hint that saves asking the store; empty means
     * no.
     */
    record PrintChannel(
            Channel channel,
            List<Item> items,
            Optional<Boolean> cut,
            Optional<Chapter> older,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                    List<DeletedEntry> deleted,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Boolean> isNew)
            implements PrintJob {

        /**
         * Whether there is something to follow. Most tags are used once and never again: theirs
         * have feeds from the second document on, also while it is told that one was deleted.
         */
        public boolean hasFeeds() {
            return !(channel instanceof Channel.OfTag) || items.size() + deleted.size() > 1;
        }

        @Override
        @JsonIgnore
        public String folder() {
            return channel.folder();
        }
    }

    /**
     * Print a chapter of a channel's archive; items newest first. {@code cut} says that they were
     * too many; a missing {@code newer} is the channel's first page.
     */
    record PrintChapter(
            Channel channel,
            Chapter chapter,
            List<Item> items,
            boolean cut,
            Optional<Chapter> older,
            Optional<Chapter> newer)
            implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return chapter.folder(channel.folder());
        }
    }

    /**
     * Print the list of the months of a channel, newest first; {@code cut} says that they were too
     * many.
     */
    record PrintArchive(Channel channel, List<ArchiveMonth> months, boolean cut)
            implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.archive(channel.folder());
        }
    }

    /** Remove a page of an archive, a chapter or the list of months. */
    record RemoveArchive(String folder) implements PrintJob {}

    /** Remove a channel's listing and feeds. */
    record RemoveChannel(String folder, boolean gone) implements PrintJob {}

    /** Print what had to be repaired in the documents of a publisher. */
    record PrintReport(DefectReport report) implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return report.publisher().folder();
        }
    }

    /** Print the directory of publications; {@code cut} says that they were too many. */
    record PrintDirectory(List<DirectoryEntry> publications, boolean cut) implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.OPML;
        }
    }

    /**
     * Print the list of the publications that an account subscribes to, one at least, by the newest
     * subscription first; {@code rev} is the newest version of what it says, {@code cut} says that
     * older subscriptions were not looked at.
     */
    record PrintSubscriptions(Did account, List<DirectoryEntry> publications, Tid rev, boolean cut)
            implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.subscriptions(account);
        }
    }

    /** Remove the list of an account that subscribes to nothing that is shown. */
    record RemoveSubscriptions(Did account) implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.subscriptions(account);
        }
    }

    /**
     * Print the index of the sitemaps: of the first page of the whole, of the publications, and of
     * these chapters of its archive.
     */
    record PrintSitemap(List<Chapter> chapters) implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return ObjectKeys.SITEMAP;
        }
    }

    /** Remove the report of a publisher whose documents need no repair any more. */
    record RemoveReport(Publisher publisher) implements PrintJob {
        @Override
        @JsonIgnore
        public String folder() {
            return publisher.folder();
        }
    }
}
