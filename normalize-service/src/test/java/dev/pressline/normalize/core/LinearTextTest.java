package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twice as much of a hostile text takes about twice as much of the heap: nothing is copied once for
 * each mark. What merely reads too often shows in the benchmark.
 */
class LinearTextTest {

    private static final int SHORT = 50_000;
    private static final int MOST = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                "*",
                "**a ",
                "**a****",
                "](",
                "[](",
                "](https://x ",
                "[x](http://a",
                "&amp;",
                "â€",
                "_a ",
                "~~a ",
                "## a\n\n",
                "`",
                "\u202e",
                "import 'a'\n"
            })
    void plainText_ofTwiceAsManyMarks_takesAboutTwiceTheHeap(String mark) {
        assertIsLinear("textContent", "", mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "**a ",
                "](",
                "![](",
                "- ",
                "> ",
                "1. ",
                "- a\n",
                "<p>",
                "`",
                "|a",
                "a <B>",
                "a <script>"
            })
    void markdown_ofTwiceAsManyMarks_takesAboutTwiceTheHeap(String mark) {
        assertIsLinear("text", "site.standard.content.markdown", mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ul><li>", "<ol><li>a", "<b>", "<p>", "<table><td>", "<a href=x>a"})
    void html_ofTwiceAsManyElements_takesAboutTwiceTheHeap(String mark) {
        assertIsLinear("html", "org.wordpress.html", mark);
    }

    private static void assertIsLinear(String field, String type, String mark) {
        // Given
        allocated(record(field, type, mark, SHORT / 10));
        long once = allocated(record(field, type, mark, SHORT));

        // When
        long twice = allocated(record(field, type, mark, 2 * SHORT));

        // Then
        assertThat(twice).isLessThan(MOST * once);
    }

    private static ObjectNode record(String field, String type, String mark, int length) {
        String text = mark.repeat(length / mark.length());
        ObjectNode record = ContractJson.mapper().createObjectNode().put("title", "Hostile");
        record.putArray("tags").add("x [y").add(mark);
        if (type.isEmpty()) {
            record.put(field, text);
        } else {
            record.putObject("content").put("$type", type).put(field, text);
        }
        return record;
    }

    private static long allocated(ObjectNode record) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(Records.document(record, RepairSwitches.ALL).title()).isEqualTo("Hostile");
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
