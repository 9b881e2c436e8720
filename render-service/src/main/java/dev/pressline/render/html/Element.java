package dev.pressline.render.html;

import java.util.Locale;

/** Every HTML element that can ever be written: what is not here cannot get out. */
public enum Element {
    A,
    ADDRESS,
    ANNOTATION,
    ARTICLE,
    ASIDE,
    BLOCKQUOTE,
    BODY,
    BR,
    BUTTON,
    CODE,
    DEL,
    DETAILS,
    DIV,
    EM,
    FIGCAPTION,
    FIGURE,
    FOOTER,
    FORM,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    HEAD,
    HEADER,
    HR,
    HTML,
    IMG,
    INPUT,
    INS,
    LABEL,
    LI,
    LINK,
    MAIN,
    MARK,
    MATH,
    META,
    MFRAC,
    MI,
    MN,
    MO,
    MOVER,
    MROOT,
    MROW,
    MSPACE,
    MSQRT,
    MSUB,
    MSUBSUP,
    MSUP,
    MTABLE,
    MTD,
    MTEXT,
    MTR,
    MUNDER,
    MUNDEROVER,
    NAV,
    OL,
    P,
    PRE,
    S,
    SECTION,
    SEMANTICS,
    SMALL,
    SPAN,
    STRONG,
    SUMMARY,
    SUP,
    TABLE,
    TBODY,
    TD,
    TH,
    THEAD,
    TIME,
    TITLE,
    TR,
    U,
    UL,
    WBR;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The element's name in HTML. */
    public String text() {
        return text;
    }

    /** The heading of a level from 1 to 6. */
    public static Element heading(int level) {
        return switch (level) {
            case 1 -> H1;
            case 2 -> H2;
            case 3 -> H3;
            case 4 -> H4;
            case 5 -> H5;
            case 6 -> H6;
            default -> throw new IllegalArgumentException("no heading has level " + level);
        };
    }
}
