package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.inline.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tables of HTML. One for each reader. */
record HtmlTables(HtmlSource source, HtmlReader reader) {

    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");
    private static final int WIDEST = 1_000;

    /**
     * The caption and the table; empty for a table that is no table of its own: one within a cell,
     * or one of a single column without a header, which is layout.
     */
    Optional<List<Block>> table(Element table, List<Style> styles) {
        List<Element> rows = rows(table);
        boolean layout = rows.stream().allMatch(HtmlTables::isLayout);
        if (reader.isInTable() || layout) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        table.children().stream()
                .filter(child -> child.normalName().equals("caption"))
                .forEach(caption -> blocks.addAll(reader.readApart(caption, styles)));
        blocks.add(new Block.Table(rows.stream().map(row -> row(row, styles)).toList()));
        return Optional.of(blocks);
    }

    private static boolean isLayout(Element row) {
        return cells(row).size() < 2 && cells(row).stream().noneMatch(HtmlTables::isHeader);
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (SECTIONS.contains(child.normalName())) {
                rows.addAll(child.children());
            } else if (child.normalName().equals("tr")) {
                rows.add(child);
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell -> isHeader(cell) || cell.normalName().equals("td"))
                .toList();
    }

    private static boolean isHeader(Element cell) {
        return cell.normalName().equals("th");
    }

    private Block.TableRow row(Element row, List<Style> styles) {
        return new Block.TableRow(cells(row).stream().map(cell -> cell(cell, styles)).toList());
    }

    private Block.TableCell cell(Element cell, List<Style> styles) {
        List<Block> children = new HtmlReader(source, true).read(cell, styles);
        return new Block.TableCell(
                isHeader(cell), span(cell, "colspan"), span(cell, "rowspan"), children);
    }

    private static int span(Element cell, String attribute) {
        String span = cell.attr(attribute);
        boolean number =
                !span.isEmpty() && span.length() < 9 && span.chars().allMatch(Character::isDigit);
        return number ? Math.clamp(Integer.parseInt(span), 1, WIDEST) : 1;
    }
}
