package dev.pressline.render.html.math;

import dev.pressline.render.html.Attribute;
import dev.pressline.render.html.Element;
import dev.pressline.render.html.Html;
import java.util.List;
import java.util.Optional;

/**
 * Writes formulas of TeX as MathML. Stateless and thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/mathml-core/">MathML Core</a>
 */
public final class MathWriter {

    private final Html html;

    private MathWriter(Html html) {
        this.html = html;
    }

    /**
     * Writes a formula, with its TeX noted beside it; false, and nothing is written, if it holds
     * what is not known here.
     *
     * @param block whether it stands on lines of its own
     */
    public static boolean write(Html html, String tex, boolean block) {
        Optional<MathNode> formula = TexParser.parse(tex);
        formula.ifPresent(node -> new MathWriter(html).formula(node, tex, block));
        return formula.isPresent();
    }

    private void formula(MathNode node, String tex, boolean block) {
        html.start(Element.MATH);
        if (block) {
            html.with(Attribute.DISPLAY, "block");
        }
        html.start(Element.SEMANTICS);
        node(node);
        html.start(Element.ANNOTATION);
        html.with(Attribute.ENCODING, "application/x-tex").text(tex.strip());
        html.end(Element.ANNOTATION).end(Element.SEMANTICS).end(Element.MATH);
    }

    private void node(MathNode node) {
        switch (node) {
            case MathNode.Identifier(String text, boolean upright) -> identifier(text, upright);
            case MathNode.Function(String text) -> html.element(Element.MI, text);
            case MathNode.Numeral(String text) -> html.element(Element.MN, text);
            case MathNode.Operator(String text) -> html.element(Element.MO, text);
            case MathNode.LimitName(String text) ->
                    html.start(Element.MO)
                            .with(Attribute.MOVABLELIMITS, "true")
                            .text(text)
                            .end(Element.MO);
            case MathNode.Delimiter(String text, MathNode.Size size) -> delimiter(text, size);
            case MathNode.Words(String text) ->
                    html.element(Element.MTEXT, text.replace(' ', '\u00A0'));
            case MathNode.Space(String width) ->
                    html.start(Element.MSPACE).with(Attribute.WIDTH, width).end(Element.MSPACE);
            case MathNode.Row(List<MathNode> children) -> wrap(Element.MROW, children);
            case MathNode.Fraction fraction -> fraction(fraction);
            case MathNode.Root(MathNode radicand, Optional<MathNode> degree) ->
                    root(radicand, degree);
            case MathNode.Scripts scripts -> scripts(scripts);
            case MathNode.Accent accent -> accent(accent);
            case MathNode.Table table -> table(table);
        }
    }

    private void wrap(Element element, List<MathNode> children) {
        html.start(element);
        children.forEach(this::node);
        html.end(element);
    }

    private void identifier(String text, boolean upright) {
        html.start(Element.MI);
        if (upright) {
            html.with(Attribute.MATHVARIANT, "normal");
        }
        html.text(text).end(Element.MI);
    }

    private void delimiter(String text, MathNode.Size size) {
        html.start(Element.MO);
        html.with(Attribute.STRETCHY, size == MathNode.Size.NATURAL ? "false" : "true");
        if (!size.height().isEmpty()) {
            html.with(Attribute.MINSIZE, size.height()).with(Attribute.MAXSIZE, size.height());
        }
        html.with(Attribute.LSPACE, "0").with(Attribute.RSPACE, "0");
        html.text(text).end(Element.MO);
    }

    private void fraction(MathNode.Fraction fraction) {
        html.start(Element.MFRAC);
        if (!fraction.line()) {
            html.with(Attribute.LINETHICKNESS, "0");
        }
        node(fraction.numerator());
        node(fraction.denominator());
        html.end(Element.MFRAC);
    }

    private void root(MathNode radicand, Optional<MathNode> degree) {
        html.start(degree.isPresent() ? Element.MROOT : Element.MSQRT);
        node(radicand);
        degree.ifPresent(this::node);
        html.end(degree.isPresent() ? Element.MROOT : Element.MSQRT);
    }

    private void scripts(MathNode.Scripts scripts) {
        boolean limits = scripts.limits();
        Element element;
        if (scripts.above().isEmpty()) {
            element = limits ? Element.MUNDER : Element.MSUB;
        } else if (scripts.below().isEmpty()) {
            element = limits ? Element.MOVER : Element.MSUP;
        } else {
            element = limits ? Element.MUNDEROVER : Element.MSUBSUP;
        }
        html.start(element);
        node(scripts.base());
        scripts.below().ifPresent(this::node);
        scripts.above().ifPresent(this::node);
        html.end(element);
    }

    private void accent(MathNode.Accent accent) {
        Element element = accent.under() ? Element.MUNDER : Element.MOVER;
        html.start(element).with(accent.under() ? Attribute.ACCENTUNDER : Attribute.ACCENT, "true");
        node(accent.base());
        html.element(Element.MO, accent.mark()).end(element);
    }

    private void table(MathNode.Table table) {
        html.start(Element.MTABLE).with(Attribute.CLASS, table.columns().styleClass());
        for (List<MathNode> row : table.rows()) {
            html.start(Element.MTR);
            for (MathNode cell : row) {
                html.start(Element.MTD);
                node(cell);
                html.end(Element.MTD);
            }
            html.end(Element.MTR);
        }
        html.end(Element.MTABLE);
    }
}
