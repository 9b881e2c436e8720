package dev.pressline.normalize.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.core.Records;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import dev.pressline.normalize.text.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final RuleName RULE = RuleName.first("test");

    @Test
    void rawRecord_whoseInnerFieldsAreRepaired_staysAsItCame() {
        // Given
        ObjectNode raw =
                (ObjectNode)
                        Records.json(
                                "{\"title\":\"t\",\"tags\":[\"#a\",\"#b\"],"
                                        + "\"content\":{\"pages\":[{\"text\":\"x!\"}]}}");
        JsonNode before = raw.deepCopy();
        Draft draft = Drafts.of(raw, RepairSwitches.ALL);
        List<TextEdit> first = List.of(TextEdit.removal(0, 1));
        List<TextEdit> second = List.of(TextEdit.removal(1, 2));

        // When
        draft.edit(RULE, Certainty.CERTAIN, "/tags/0", first);
        draft.edit(RULE, Certainty.CERTAIN, "/tags/1", first);
        draft.edit(RULE, Certainty.CERTAIN, "/content/pages/0/text", second);
        draft.change(RULE, Certainty.CERTAIN, "/title", TextNode.valueOf("T"));
        draft.bodyIsElsewhere("x");

        // Then
        assertThat(raw).isEqualTo(before);
        assertThat(draft.texts("/tags")).contains(List.of("a", "b"));
        assertThat(draft.text("/content/pages/0/text")).contains("x");
        assertThat(draft.text("/title")).contains("T");
    }

    private static Draft draft(String json) {
        return Drafts.of(json, RepairSwitches.ALL);
    }

    @Test
    void field_isFoundByItsPointer_alsoWithAnEscapedName() {
        Draft draft = draft("{'a': {'b': [1, 'c']}, 'd/e': 'f'}");

        assertThat(draft.text("/a/b/1")).contains("c");
        assertThat(draft.text("/d~1e")).contains("f");
        assertThat(draft.get("").isObject()).isTrue();
        assertThat(draft.get("/x").isMissingNode()).isTrue();
        assertThat(draft.get("/x/y").isMissingNode()).isTrue();
        assertThat(draft.get("/a/x").isMissingNode()).isTrue();
    }

    @Test
    void field_asItCame_isKeptBesideTheRepairedOne() {
        // Given
        Draft draft = draft("{'title': 't', 'tags': ['a'], 'mixed': ['a', 1], 'n': 1}");

        // When
        draft.change(RULE, Certainty.CERTAIN, "/title", TextNode.valueOf("T"));
        draft.edit(RULE, Certainty.CERTAIN, "/tags/0", List.of(TextEdit.removal(0, 1)));

        // Then
        assertThat(draft.rawText("/title")).contains("t");
        assertThat(draft.rawTexts("/tags")).contains(List.of("a"));
        assertThat(draft.texts("/tags")).contains(List.of(""));
        assertThat(draft.rawText("/n")).isEmpty();
        assertThat(draft.texts("/mixed")).isEmpty();
        assertThat(draft.texts("/title")).isEmpty();
    }

    @Test
    void change_thatChangesNothingOrIsNotAllowed_isNotMade() {
        Draft draft = Drafts.of("{'title': 't'}", RepairSwitches.CERTAIN_ONLY);

        assertThat(draft.change(RULE, Certainty.CERTAIN, "/title", TextNode.valueOf("t")))
                .isFalse();
        assertThat(draft.change(RULE, Certainty.INFERRED, "/title", TextNode.valueOf("T")))
                .isFalse();
        assertThat(draft.edit(RULE, Certainty.INFERRED, "/title", List.of(TextEdit.removal(0, 1))))
                .isFalse();
        assertThat(draft.edit(RULE, Certainty.CERTAIN, "/title", List.of())).isFalse();
        assertThat(draft.edit(RULE, Certainty.CERTAIN, "/x", List.of(TextEdit.removal(0, 1))))
                .isFalse();
        assertThat(draft.repairs()).isEmpty();
        assertThat(draft.text("/title")).contains("t");
        assertThat(draft.change(RULE, Certainty.CERTAIN, "/title", NullNode.getInstance()))
                .isTrue();
        assertThat(draft.record().has("title")).isFalse();
    }

    @Test
    void repairs_beyondTheMostThatAreListed_areCounted() {
        // Given
        Draft draft = draft("{}");

        // When
        for (int i = 0; i < Draft.MAX_LISTED + 2; i++) {
            draft.change(RULE, Certainty.CERTAIN, "/n", TextNode.valueOf("" + i));
        }

        // Then
        assertThat(draft.repairs()).hasSize(Draft.MAX_LISTED);
        assertThat(draft.unlisted()).isEqualTo(2);
        assertThat(draft.changes()).isEqualTo(Draft.MAX_LISTED + 2);
        assertThat(draft.repairs().getFirst().before()).isEqualTo(NullNode.getInstance());
        assertThat(draft.text("/n")).contains("" + (Draft.MAX_LISTED + 1));
    }

    @Test
    void markup_isCertainAfterACertainRepairOfMarksInTheText() {
        RuleName marks = RuleName.first("bold-marks");
        List<TextEdit> edits = List.of(TextEdit.removal(0, 1));
        String record = "{'title': '*a', 'textContent': '*a'}";
        Draft inferred = draft(record);
        Draft elsewhere = draft(record);
        Draft other = draft(record);
        Draft certain = draft(record);

        inferred.edit(marks, Certainty.INFERRED, Draft.TEXT, edits);
        elsewhere.edit(marks, Certainty.CERTAIN, "/title", edits);
        other.edit(RULE, Certainty.CERTAIN, Draft.TEXT, edits);
        certain.edit(marks, Certainty.CERTAIN, Draft.TEXT, edits);

        assertThat(List.of(inferred, elsewhere, other)).noneMatch(Draft::hasMarkup);
        assertThat(certain.hasMarkup()).isTrue();
    }

    @Test
    void text_thatWasReadAsMarkup_keepsItsBlocksUntilItIsRepairedFurther() {
        // Given
        List<Block> blocks = List.of(new Block.Rule());
        Draft draft = draft("{'textContent': '<hr>ab'}");
        draft.marks(List.of(new Mark(0, 1, new Style.Quoted())));

        // When
        assertThat(draft.readBlocks()).isEmpty();
        draft.readText("ab", blocks);

        // Then
        assertThat(draft.marks()).isEmpty();
        assertThat(draft.bodyText()).isEqualTo("ab");
        assertThat(draft.readBlocks()).contains(blocks);
        draft.edit(RULE, Certainty.CERTAIN, Draft.TEXT, List.of(TextEdit.removal(0, 1)));
        assertThat(draft.readBlocks()).isEmpty();
    }

    @Test
    void marks_moveWithTheTextAlone() {
        // Given
        Draft draft = draft("{'title': 'abc', 'textContent': 'abc'}");
        Mark mark = new Mark(1, 3, new Style.Quoted());
        draft.mark(List.of(mark));
        List<TextEdit> edits = List.of(TextEdit.removal(0, 1));

        // Then
        draft.edit(RULE, Certainty.CERTAIN, "/title", edits);
        assertThat(draft.marks()).containsExactly(mark);
        draft.edit(RULE, Certainty.CERTAIN, Draft.TEXT, edits);
        assertThat(draft.marks()).containsExactly(new Mark(0, 2, new Style.Quoted()));
    }

    @Test
    void body_thatIsElsewhere_isTheTextThatIsRead() {
        Draft draft = draft("{'textContent': 'beside'}");

        assertThat(draft.bodyText()).isEqualTo("beside");
        draft.bodyIsElsewhere("shown");
        assertThat(draft.bodyText()).isEqualTo("shown");
        assertThat(draft.text(Draft.TEXT)).isEmpty();
        draft.note(RULE, Certainty.CERTAIN, "/content", "a", "b");
        assertThat(draft.repairs()).hasSize(1);
    }
}
