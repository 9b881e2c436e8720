package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

    @ParameterizedTest
    @CsvSource({
        "Climate, climate",
        "' climate  change\n', climate change",
        "ＣＬＩＭＡＴＥ, climate",
        "STRASSE, strasse",
        "Straße, strasse",
        "ΟΔΟΣ, οδος",
        "ﬁlm, film",
        "日本, 日本"
    })
    void of_spellingsOfOneTag_isTheSameTag(String written, String name) {
        assertThat(Tag.of(written)).contains(new Tag(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000", "\u00a0\u2003"})
    void of_nothing_isNoTag(String written) {
        assertThat(Tag.of(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"climate, climate", "web-3, web-3", "2026, 2026"})
    void folder_ofAPlainTag_isTheTag(String name, String slug) {
        assertThat(ObjectKeys.tag(name)).isEqualTo("tag/" + slug + "/");
    }

    @Test
    void folder_ofHostileTags_isSafeAndNeverThatOfAnother() {
        // Given
        List<String> written =
                List.of(
                        "a b",
                        "a-b",
                        "a--b",
                        "-a-b",
                        "a_b",
                        "a/b",
                        "a.b",
                        "../a",
                        "..",
                        ".",
                        "%2e%2e",
                        "a\\b",
                        "日本",
                        "日本語",
                        "\u202eabc",
                        "did:plc:x",
                        "a|b",
                        "a~b",
                        "c++",
                        "c#",
                        "c",
                        "index.html",
                        "x".repeat(61),
                        "x".repeat(62),
                        "e" + "\u0301".repeat(100_000));
        Map<String, Tag> folders = new HashMap<>();

        // When
        for (String each : written) {
            Tag tag = Tag.of(each).orElseThrow();
            String folder = ObjectKeys.tag(tag.name());
            Tag other = folders.put(folder, tag);

            // Then
            assertThat(other).as(each).isNull();
            assertThat(folder).matches("tag/[a-z0-9~-]{1,61}/");
            assertThat(tag.name().codePointCount(0, tag.name().length())).isLessThanOrEqualTo(200);
        }
    }

    @Test
    void of_aTagThatAListingCutShort_isTheSameTag() {
        // Given
        String endless = "ﬀ".repeat(500);

        // When / Then
        assertThat(Tag.of(Shortened.text(endless, 200))).isEqualTo(Tag.of(endless)).isPresent();
    }

    @Test
    void of_manyTags_isTheFirstTwentyOnce() {
        // Given
        List<String> many = IntStream.range(0, 10_000).mapToObj(i -> "Tag " + i / 2).toList();

        // When / Then
        assertThat(Tag.of(many)).hasSize(10).first().isEqualTo(new Tag("tag 0"));
    }

    @Test
    void tag_asJson_isReadAndAnEmptyOneIsRefused() {
        // Given
        byte[] json = ContractJson.write(Tag.class, new Tag("climate change"));

        // When / Then
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("\"climate change\"");
        assertThat(ContractJson.read(Tag.class, json)).isEqualTo(new Tag("climate change"));
        assertThatThrownBy(() -> new Tag("")).hasMessageContaining("empty");
    }
}
