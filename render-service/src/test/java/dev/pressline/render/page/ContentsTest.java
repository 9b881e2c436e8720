package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {

    @ParameterizedTest
    @CsvSource({"1500, 3, true", "1499, 3, false", "9000, 2, false"})
    void contents_ofADocument_standWhereItIsLongAndHasSections(
            int words, int sections, boolean shown) {
        // Given
        Block[] blocks =
                IntStream.rangeClosed(1, sections)
                        .boxed()
                        .flatMap(
                                i ->
                                        Stream.of(
                                                Samples.heading(2, "Part " + i),
                                                Samples.heading(3, "Detail"),
                                                Samples.paragraph("Text.")))
                        .toArray(Block[]::new);
        Document document = Samples.document("long").words(words).blocks(blocks).build();

        // When
        var page = Jsoup.parse(new String(render(document), StandardCharsets.UTF_8));

        // Then
        assertThat(page.select(".contents a").eachAttr("href"))
                .isEqualTo(shown ? List.of("#part-1", "#part-2", "#part-3") : List.<String>of());
        assertThat(page.select("h2").eachAttr("id")).contains("part-1", "part-2");
        assertThat(page.select("h2 > a.anchor").eachAttr("href")).contains("#part-1", "#part-2");
    }

    private static byte[] render(Document document) {
        return new PageRenderer(SampleSite.SETTINGS)
                .document(new DocumentPage(document, Optional.empty(), Neighbours.NONE, true));
    }
}
