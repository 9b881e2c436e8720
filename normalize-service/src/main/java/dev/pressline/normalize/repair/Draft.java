package dev.pressline.normalize.repair;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Repair;
import dev.pressline.normalize.text.Excerpts;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.MarkedText;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record under repair: a copy that the rules change, and the list of what they changed. The raw
 * record is never touched: what lies within a field is copied before its first change. Fields are
 * JSON pointers. Not thread-safe; one use each.
 */
public final class Draft {

    /** The field that holds the plain text of a document. */
    public static final String TEXT = "/textContent";

    private static final Set<String> MARKUP =
            Set.of("link-loop", "broken-link-destination", "doubled-emphasis", "bold-marks");

    /** The most repairs that are listed; further ones are made and only counted. */
    public static final int MAX_LISTED = 500;

    private final ObjectNode raw;
    private final ObjectNode record;
    private final RecordFacts facts;
    private final RepairSwitches switches;
    private final List<Repair> repairs = new ArrayList<>();
    private final Set<String> copied = new HashSet<>();
    private List<Mark> marks = List.of();
    private Optional<String> bodyText = Optional.empty();
    private String readAs = "";
    private List<Block> readBlocks = List.of();
    private int unlisted;

    /** A draft of a record, which is copied. */
    public Draft(ObjectNode record, RecordFacts facts, RepairSwitches switches) {
        this.raw = record;
        this.record = JsonNodeFactory.instance.objectNode();
        this.record.setAll(record);
        this.facts = facts;
        this.switches = switches;
    }

    /** The record as far as it is repaired; callers only read it. */
    public ObjectNode record() {
        return record;
    }

    /** What is known about the record besides itself. */
    public RecordFacts facts() {
        return facts;
    }

    /** What was changed, in the order of the changes. */
    public List<Repair> repairs() {
        return List.copyOf(repairs);
    }

    /** How many repairs were made, listed or not. */
    int changes() {
        return repairs.size() + unlisted;
    }

    /** How many repairs were made beyond {@link #MAX_LISTED}. */
    public int unlisted() {
        return unlisted;
    }

    /**
     * The value of a field; a missing node where there is none. A change within a field does not
     * show in values that were read before it.
     */
    public JsonNode get(String field) {
        int end = field.indexOf('/', 1);
        if (!field.startsWith("/") || field.indexOf('~') >= 0) {
            return record.at(field);
        }
        JsonNode top = record.path(end < 0 ? field.substring(1) : field.substring(1, end));
        return end < 0 || top.isMissingNode() ? top : top.at(field.substring(end));
    }

    /** The value of a field if it is a string. */
    public Optional<String> text(String field) {
        JsonNode value = get(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** The value of a field as it came, before any repair, if it is a string. */
    Optional<String> rawText(String field) {
        JsonNode value = raw.at(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** The elements of an array of strings; empty where a field is anything else. */
    public Optional<List<String>> texts(String field) {
        return strings(get(field));
    }

    /** The elements of an array of strings as they came, before any repair. */
    public Optional<List<String>> rawTexts(String field) {
        return strings(raw.at(field));
    }

    private static Optional<List<String>> strings(JsonNode value) {
        if (!value.isArray()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                return Optional.empty();
            }
            texts.add(element.textValue());
        }
        return Optional.of(texts);
    }

    /** Gives a field a new value if the switches allow it; says whether they did. */
    public boolean change(RuleName rule, Certainty certainty, String field, JsonNode after) {
        JsonNode before = get(field);
        if (before.equals(after) || !switches.allow(rule, certainty)) {
            return false;
        }
        list(rule, certainty, field, before, after);
        set(field, after);
        return true;
    }

    /** Edits a string field if the switches allow it; says whether they did. */
    public boolean edit(RuleName rule, Certainty certainty, String field, List<TextEdit> edits) {
        Optional<String> before = text(field);
        if (edits.isEmpty() || before.isEmpty() || !switches.allow(rule, certainty)) {
            return false;
        }
        for (Excerpts.Excerpt excerpt : Excerpts.of(before.get(), edits)) {
            list(
                    rule,
                    certainty,
                    field,
                    TextNode.valueOf(excerpt.before()),
                    TextNode.valueOf(excerpt.after()));
        }
        MarkedText edited =
                new MarkedText(before.get(), field.equals(TEXT) ? marks : List.of()).edit(edits);
        if (field.equals(TEXT)) {
            marks = edited.marks();
        }
        set(field, TextNode.valueOf(edited.text()));
        return true;
    }

    /** Lists a repair that shows in the output but leaves the fields as they are. */
    public void note(
            RuleName rule, Certainty certainty, String field, String before, String after) {
        list(rule, certainty, field, TextNode.valueOf(before), TextNode.valueOf(after));
    }

    /** Whether the switches allow a repair. */
    public boolean allows(RuleName rule, Certainty certainty) {
        return switches.allow(rule, certainty);
    }

    /** Whether it is certain that the plain text held markup. */
    public boolean hasMarkup() {
        return repairs.stream()
                .anyMatch(
                        repair ->
                                repair.field().equals(TEXT)
                                        && repair.certainty() == Certainty.CERTAIN
                                        && MARKUP.contains(repair.rule()));
    }

    /** The styles of the plain text, in order. */
    public List<Mark> marks() {
        return marks;
    }

    /** Marks stretches of the plain text. */
    public void mark(List<Mark> added) {
        marks = new MarkedText(text(TEXT).orElse(""), marks).with(added).marks();
    }

    /** Replaces the marks of the plain text. */
    public void marks(List<Mark> newMarks) {
        marks = new MarkedText(text(TEXT).orElse(""), newMarks).marks();
    }

    /** The text a reader sees: the plain text, or that of the content where there is one. */
    public String bodyText() {
        return bodyText.or(() -> text(TEXT)).orElse("");
    }

    /**
     * Says that the body comes from elsewhere and has this text: the plain text beside it is not
     * shown to anybody and leaves the draft.
     */
    public void bodyIsElsewhere(String text) {
        bodyText = Optional.of(text);
        record.remove(TEXT.substring(1));
    }

    /** Replaces the plain text, which was markup, by what it reads as; marks start anew. */
    void readText(String plain, List<Block> blocks) {
        readAs = plain;
        readBlocks = List.copyOf(blocks);
        marks = List.of();
        set(TEXT, TextNode.valueOf(plain));
    }

    /** The blocks of the plain text where that was markup, unless it was repaired further. */
    public Optional<List<Block>> readBlocks() {
        boolean whole = !readBlocks.isEmpty() && text(TEXT).filter(readAs::equals).isPresent();
        return whole ? Optional.of(readBlocks) : Optional.empty();
    }

    private void set(String field, JsonNode after) {
        JsonPointer pointer = JsonPointer.compile(field);
        if (!pointer.head().matches()) {
            copy(pointer.getMatchingProperty());
        }
        JsonNode parent = record.at(pointer.head());
        JsonPointer last = pointer.last();
        if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), after);
        } else if (parent instanceof ObjectNode object && after.isNull()) {
            object.remove(last.getMatchingProperty());
        } else if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), after);
        }
    }

    /** Makes a field of the record the draft's own. */
    private void copy(String name) {
        JsonNode value = record.path(name);
        if (value.isContainerNode() && copied.add(name)) {
            record.set(name, value.deepCopy());
        }
    }

    private void list(
            RuleName rule, Certainty certainty, String field, JsonNode before, JsonNode after) {
        if (repairs.size() >= MAX_LISTED) {
            unlisted++;
            return;
        }
        JsonNode was = before.isMissingNode() ? NullNode.getInstance() : before;
        repairs.add(
                new Repair(
                        Printable.text(field),
                        rule.id(),
                        rule.version(),
                        certainty,
                        Printable.of(was),
                        Printable.of(after)));
    }
}
