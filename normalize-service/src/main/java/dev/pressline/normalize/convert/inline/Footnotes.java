package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The footnotes of one body, numbered from 1 in the order of their first reference; the number is
 * the id. Not thread-safe: one for each conversion.
 */
public final class Footnotes {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Block>> bodies = new ArrayList<>();

    /**
     * A reference to the footnote of a key, which only the source knows.
     *
     * @param body makes the footnote's body; asked at the first reference only
     */
    public Inline reference(String key, Supplier<List<Block>> body) {
        Integer known = numbers.get(key);
        return new Inline.FootnoteReference(
                Integer.toString(known == null ? add(key, body) : known));
    }

    private int add(String key, Supplier<List<Block>> body) {
        bodies.add(List.of());
        int number = bodies.size();
        numbers.put(key, number);
        bodies.set(number - 1, body.get());
        return number;
    }

    /** The bodies of all footnotes so far, for the end of the document. */
    public List<Block> blocks() {
        List<Block> footnotes = new ArrayList<>();
        for (List<Block> body : bodies) {
            footnotes.add(new Block.Footnote(Integer.toString(footnotes.size() + 1), body));
        }
        return List.copyOf(footnotes);
    }
}
