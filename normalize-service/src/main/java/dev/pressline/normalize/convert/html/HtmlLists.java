package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.tree.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Lists of HTML; an item with a check box is a task. One for each reader. */
record HtmlLists(HtmlReader reader) {

    private static final Evaluator BOX =
            Selector.evaluatorOf(
                    "> input[type=checkbox], > p > input[type=checkbox],"
                            + " > label > input[type=checkbox]");

    /** The lists that a list element makes. */
    List<Block> list(Element list, List<Style> styles) {
        boolean ordered = list.normalName().equals("ol");
        List<Lists.Entry> entries = new ArrayList<>();
        for (Element child : list.children()) {
            List<Block> blocks = blocks(child, styles);
            if (isList(child) && !entries.isEmpty()) {
                Lists.Entry last = entries.removeLast();
                entries.add(new Lists.Entry(last.checked(), joined(last.children(), blocks)));
            } else {
                entries.add(new Lists.Entry(checked(child), blocks));
            }
        }
        return Lists.of(ordered, start(list), entries);
    }

    private List<Block> blocks(Element child, List<Style> styles) {
        return isList(child) ? list(child, styles) : reader.readApart(child, styles);
    }

    private static boolean isList(Element element) {
        return element.normalName().equals("ul") || element.normalName().equals("ol");
    }

    private static List<Block> joined(List<Block> first, List<Block> second) {
        List<Block> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    private static Optional<Boolean> checked(Element item) {
        return Optional.ofNullable(item.selectFirst(BOX)).map(box -> box.hasAttr("checked"));
    }

    private static int start(Element list) {
        String start = list.attr("start");
        boolean number =
                !start.isEmpty()
                        && start.length() < 9
                        && start.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(start) : 1;
    }
}
