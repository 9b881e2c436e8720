package dev.pressline.contract.document;

import dev.pressline.contract.identifier.Did;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every kind of inline that holds others, made around those it is given. */
public final class InlineMarks {

    private InlineMarks() {}

    /** One of each kind. */
    public static Stream<Function<List<Inline>, Inline>> all() {
        return Stream.of(
                Inline.Strong::new,
                Inline.Emphasis::new,
                Inline.Underline::new,
                Inline.Strikethrough::new,
                Inline.Highlight::new,
                children -> new Inline.Link("https://a.example", children),
                children -> new Inline.Mention(Did.parse("did:web:a.example"), children));
    }
}
