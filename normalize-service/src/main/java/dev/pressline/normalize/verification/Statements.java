package dev.pressline.normalize.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a site says in so many words: the AT-URI of a publication, DID and all. Stateless. */
public final class Statements {

    private static final String RELATION = "site.standard.publication";
    private static final List<String> FIELDS = List.of("publicationUri", "uri");

    private Statements() {}

    /**
     * Whether a {@code .well-known} file names a publication: as text, or as JSON that has its
     * AT-URI in {@code publicationUri} or {@code uri}. A record without its address names nobody,
     * since anybody can hold the same.
     */
    public static boolean fileNames(String text, AtUri publication) {
        String said = text.strip();
        return said.startsWith("{")
                ? jsonNames(said, publication)
                : said.equals(publication.toString());
    }

    private static boolean jsonNames(String text, AtUri publication) {
        try {
            JsonNode json = ContractJson.mapper().readTree(text);
            return FIELDS.stream()
                    .anyMatch(name -> json.path(name).asText("").equals(publication.toString()));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Whether the head of a page, where no visitor writes, links a publication. */
    public static boolean pageNames(String html, AtUri publication) {
        return Jsoup.parse(html).head().getElementsByTag("link").stream()
                .filter(Statements::isOfPublication)
                .anyMatch(link -> link.attr("href").strip().equals(publication.toString()));
    }

    private static boolean isOfPublication(Element link) {
        return List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1))
                .contains(RELATION);
    }
}
