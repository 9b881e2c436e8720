package dev.pressline.contract.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeysTest {

    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    private static final Cid BLOB =
            Cid.parse("bafkreiccldh766hwcnuxnf2wh6jgzepf2nlu2lvcllt63eww5p6chi4ity");

    @Test
    void keys_ofOutputs_areTheContract() {
        String folder = ObjectKeys.document(uri("3mf42slbt3g42"));

        assertThat(folder).isEqualTo("document/" + DID + "/3mf42slbt3g42/");
        assertThat(ObjectKeys.page(folder)).isEqualTo(folder + "index.html");
        assertThat(ObjectKeys.json(folder)).isEqualTo(folder + "index.json");
        assertThat(ObjectKeys.author(Did.parse(DID))).isEqualTo("author/" + DID + "/");
        assertThat(ObjectKeys.subscriptions(Did.parse(DID)))
                .isEqualTo("author/" + DID + "/subscriptions.opml");
        assertThat(ObjectKeys.tag("climate")).isEqualTo("tag/climate/");
        assertThat(ObjectKeys.archive("author/x/")).isEqualTo("author/x/archive/");
        assertThat(ObjectKeys.page(ObjectKeys.FRONT)).isEqualTo("index.html");
        assertThat(ObjectKeys.blob(Did.parse(DID), BLOB)).isEqualTo("blobs/" + DID + "/" + BLOB);
    }

    @Test
    void keys_besideAPage_areTheContract() {
        assertThat(ObjectKeys.rss("tag/a/")).isEqualTo("tag/a/rss.xml");
        assertThat(ObjectKeys.atom("tag/a/")).isEqualTo("tag/a/atom.xml");
        assertThat(ObjectKeys.jsonFeed("tag/a/")).isEqualTo("tag/a/feed.json");
        assertThat(ObjectKeys.subscribe("tag/a/")).isEqualTo("tag/a/subscribe/");
        assertThat(ObjectKeys.defects("tag/a/")).isEqualTo("tag/a/defects/");
        assertThat(ObjectKeys.variant(Did.parse(DID), BLOB, 640))
                .isEqualTo("blobs/" + DID + "/" + BLOB + "-640w");
    }

    @Test
    void sitemaps_ofTheFrontPageAndItsChapters_areNamedByThem() {
        assertThat(ObjectKeys.sitemap(ObjectKeys.FRONT)).isEqualTo("sitemap-newest.xml");
        assertThat(ObjectKeys.sitemap("archive/2026-03/2/")).isEqualTo("sitemap-2026-03-2.xml");
        assertThat(ObjectKeys.isChapterOfFront("archive/2026-03/")).isTrue();
        assertThat(ObjectKeys.isChapterOfFront("archive/")).isFalse();
        assertThat(ObjectKeys.isChapterOfFront("tag/a/archive/2026-03/")).isFalse();
        assertThat(ObjectKeys.isPublication("publication/x/")).isTrue();
        assertThat(ObjectKeys.isPublication("author/x/")).isFalse();
    }

    @Test
    void folder_ofATagThatIsNotPlain_beginsWithWhatOfItIs() {
        assertThat(ObjectKeys.tag("a".repeat(60))).isEqualTo("tag/" + "a".repeat(60) + "/");
        assertThat(ObjectKeys.tag("a".repeat(61))).matches("tag/a{40}~[a-z2-7]{20}/");
        assertThat(ObjectKeys.tag("klima wandel!")).matches("tag/klima-wandel-~[a-z2-7]{20}/");
        assertThat(ObjectKeys.document(uri("a".repeat(200)))).endsWith("/" + "a".repeat(200) + "/");
        assertThat(ObjectKeys.document(uri("a".repeat(201)))).contains("/~");
    }

    @Property
    void keys_ofAnySite_areNeverAnotherKeyPlusASlash(
            @ForAll @Size(min = 1, max = 8) List<@From("recordKeys") String> rkeys) {
        // Given
        TreeSet<String> keys = new TreeSet<>();
        rkeys.forEach(rkey -> keys.addAll(site(rkey)));

        // When / Then
        for (String key : keys) {
            String below = keys.ceiling(key + "/");
            assertThat(below == null || !below.startsWith(key + "/"))
                    .as("%s, %s", key, below)
                    .isTrue();
        }
    }

    @Property
    void folders_ofDifferentRecords_differ(
            @ForAll("recordKeys") String one, @ForAll("recordKeys") String other) {
        assertThat(ObjectKeys.document(uri(one)).equals(ObjectKeys.document(uri(other))))
                .isEqualTo(one.equals(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "-", "~", "~x", "a:b", "index.html", "page", "CON", "a~b", "_"})
    void folder_ofAnOddRecordKey_isOneSegmentThatADirectoryCanHold(String rkey) {
        String folder = ObjectKeys.document(uri(rkey));

        String segment = folder.substring(("document/" + DID + "/").length(), folder.length() - 1);
        assertThat(segment).doesNotContain("/").isNotIn("", ".", "..");
        assertThat(segment.length()).isLessThanOrEqualTo(255);
    }

    @Test
    void folder_ofALongRecordKey_isShortAndItsOwn() {
        String longKey = "k".repeat(512);

        String folder = ObjectKeys.document(uri(longKey));

        assertThat(folder).hasSizeLessThan(150).contains("/~");
        assertThat(folder).isNotEqualTo(ObjectKeys.document(uri("k".repeat(511))));
    }

    private static AtUri uri(String rkey) {
        return AtUri.parse("at://" + DID + "/site.standard.document/" + rkey);
    }

    private static List<String> site(String rkey) {
        List<String> keys = new ArrayList<>();
        List<String> folders =
                List.of(
                        ObjectKeys.FRONT,
                        ObjectKeys.document(uri(rkey)),
                        ObjectKeys.publication(uri(rkey)),
                        ObjectKeys.author(Did.parse(DID)),
                        ObjectKeys.archive(ObjectKeys.author(Did.parse(DID))),
                        ObjectKeys.archive(ObjectKeys.publication(uri(rkey))));
        for (String folder : folders) {
            keys.add(ObjectKeys.page(folder));
            keys.add(ObjectKeys.json(folder));
            keys.add(ObjectKeys.rss(folder));
            keys.add(ObjectKeys.atom(folder));
            keys.add(ObjectKeys.jsonFeed(folder));
            keys.add(ObjectKeys.page(ObjectKeys.subscribe(folder)));
        }
        keys.addAll(List.of(ObjectKeys.FAVICON, ObjectKeys.ROBOTS, ObjectKeys.SITEMAP));
        keys.add(ObjectKeys.subscriptions(Did.parse(DID)));
        keys.add(ObjectKeys.variant(Did.parse(DID), BLOB, 480));
        keys.add(ObjectKeys.blob(Did.parse(DID), BLOB));
        return keys;
    }

    @Provide
    static Arbitrary<String> recordKeys() {
        Arbitrary<String> odd =
                Arbitraries.of(
                        "index.html",
                        "index.json",
                        "rss.xml",
                        "page",
                        "...",
                        "~",
                        "-",
                        "page:2",
                        "2",
                        "blobs");
        Arbitrary<String> any =
                Arbitraries.strings()
                        .withCharRange('a', 'c')
                        .withChars('.', '-', '_', ':', '~', 'Z', '9')
                        .ofMinLength(1)
                        .ofMaxLength(260)
                        .filter(key -> !key.equals(".") && !key.equals(".."));
        return Arbitraries.oneOf(odd, any);
    }
}
