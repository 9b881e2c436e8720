package dev.pressline.render.html.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.html.Html;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "x+1             ! <mi>x</mi><mo>+</mo><mn>1</mn>",
                "3.14 a          ! <mn>3.14</mn><mi>a</mi>",
                "a-b             ! <mi>a</mi><mo>−</mo><mi>b</mi>",
                "\\frac12        ! <mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "\\frac{a}{bc}   ! <mfrac><mi>a</mi><mrow><mi>b</mi><mi>c</mi></mrow></mfrac>",
                "\\sqrt[3]{x}    ! <mroot><mi>x</mi><mn>3</mn></mroot>",
                "x_i^2           ! <msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
                "x^12            ! <msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>",
                "f'              ! <msup><mi>f</mi><mo>′</mo></msup>",
                "f'^2            ! <msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>",
                "\\sum_n         ! <munder><mo>∑</mo><mi>n</mi></munder>",
                "\\int_0         ! <msub><mo>∫</mo><mn>0</mn></msub>",
                "\\int\\limits_0 ! <munder><mo>∫</mo><mn>0</mn></munder>",
                "\\Omega\\omega  ! <mi mathvariant=\"normal\">Ω</mi><mi>ω</mi>",
                "\\mathbb{R}     ! <mi>ℝ</mi>",
                "\\mathbf{x1}    ! <mi>𝐱</mi><mn>𝟏</mn>",
                "\\hat x         ! <mover accent=\"true\"><mi>x</mi><mo>^</mo></mover>",
                "\\not=          ! <mo>≠</mo>",
                "\\text{if } x   ! <mtext>if\u00A0</mtext><mi>x</mi>",
                "\\sin x         ! <mi>sin</mi><mspace width=\"0.167em\"></mspace><mi>x</mi>"
            })
    void formula_ofTheUsualCommands_isMathMl(String tex, String expected) {
        // When
        String written = parts(tex);

        // Then
        assertThat(java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFC))
                .isEqualTo(expected);
    }

    @Test
    void matrix_withABreakAtItsEnd_hasTheRowsThatAreSeen() {
        // When
        var math = Jsoup.parse(written("\\begin{pmatrix} a & b \\\\ c & d \\\\ \\end{pmatrix}"));

        // Then
        assertThat(math.select("mtable > mtr")).hasSize(2);
        assertThat(math.select("mtr").first().select("mtd").eachText()).containsExactly("a", "b");
        assertThat(math.select("mo[stretchy=true]").eachText()).containsExactly("(", ")");
    }

    @Test
    void formula_written_keepsItsTexBesideIt() {
        // When
        var math = Jsoup.parse(written(" a < b "));

        // Then
        assertThat(math.select("annotation[encoding=application/x-tex]").text()).isEqualTo("a < b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\unknown",
                "\\frac{1}",
                "{x",
                "x}",
                "a^",
                "a^1^2",
                "\\left(x",
                "\\left<x\\right>",
                "\\begin{tikz}\\end{tikz}",
                "\\begin{cases} x \\end{matrix}",
                "\\text{\\x}",
                "a & b",
                "a \\\\ b",
                "\\\\",
                "\\",
                "$x$",
                "\\not{xy}",
                "\\def\\x{\\x\\x}"
            })
    void formula_withAnythingElse_isNotWrittenAtAll(String tex) {
        // Given
        Html html = Html.fragment();

        // When
        boolean written = MathWriter.write(html, tex, false);

        // Then
        assertThat(written).isFalse();
        assertThat(html.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "\\sqrt", "\\begin{matrix}", "\\left(", "\\frac{", "x^"})
    void formula_nestedWithoutEnd_isRefusedAndOverflowsNothing(String opening) {
        // Given
        String tex = opening.repeat(5_000 / opening.length());

        // When
        boolean written = MathWriter.write(Html.fragment(), tex, false);

        // Then
        assertThat(written).isFalse();
    }

    @Property(tries = 3_000)
    void anyText_ofTheCharactersOfTex_isMathMlOrNothing(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'\\', '{', '}', '^', '_', '&', 'x', '1', '.', '(', '\'', '<', '[', ' '})
                    String tex) {
        // Given
        Html html = Html.fragment();

        // When
        boolean written = MathWriter.write(html, tex, true);

        // Then
        var errors = org.jsoup.parser.Parser.htmlParser().setTrackErrors(5);
        errors.parseInput("<!doctype html><title>x</title>" + html.text(), "");
        assertThat(errors.getErrors()).isEmpty();
        assertThat(html.text().isEmpty()).isEqualTo(!written);
    }

    private static String parts(String tex) {
        return written(tex)
                .replaceFirst("(?s)^<math><semantics>(.*)<annotation.*$", "$1")
                .replaceFirst("^<mrow>(.*)</mrow>$", "$1");
    }

    private static String written(String tex) {
        Html html = Html.fragment();
        assertThat(MathWriter.write(html, tex, false)).isTrue();
        return html.text();
    }
}
