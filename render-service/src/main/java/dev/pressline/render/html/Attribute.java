package dev.pressline.render.html;

/** Every HTML attribute that can ever be written: no style and no event handler is among them. */
public enum Attribute {
    ACCENT("accent"),
    ACCENTUNDER("accentunder"),
    ACTION("action"),
    ALT("alt"),
    ARIA_HIDDEN("aria-hidden"),
    ARIA_LABEL("aria-label"),
    CHARSET("charset"),
    CLASS("class"),
    COLSPAN("colspan"),
    CONTENT("content"),
    DATETIME("datetime"),
    DECODING("decoding"),
    DIR("dir"),
    DISPLAY("display"),
    DOWNLOAD("download"),
    ENCODING("encoding"),
    HEIGHT("height"),
    HREF("href"),
    ID("id"),
    LANG("lang"),
    LINETHICKNESS("linethickness"),
    LOADING("loading"),
    LSPACE("lspace"),
    MATHVARIANT("mathvariant"),
    MAXLENGTH("maxlength"),
    MAXSIZE("maxsize"),
    MEDIA("media"),
    MINSIZE("minsize"),
    MOVABLELIMITS("movablelimits"),
    NAME("name"),
    PROPERTY("property"),
    REL("rel"),
    ROLE("role"),
    ROWSPAN("rowspan"),
    RSPACE("rspace"),
    SCOPE("scope"),
    SIZES("sizes"),
    SRC("src"),
    SRCSET("srcset"),
    START("start"),
    STRETCHY("stretchy"),
    TABINDEX("tabindex"),
    TITLE("title"),
    TYPE("type"),
    VALUE("value"),
    WIDTH("width");

    private final String text;

    Attribute(String text) {
        this.text = text;
    }

    /** The attribute's name in HTML. */
    public String text() {
        return text;
    }
}
