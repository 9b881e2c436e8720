package dev.pressline.render.html;

/** Every HTML attribute that can ever be written: no style and no event handler is among them. */
public enum Attribute {
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
    DOWNLOAD("download"),
    HEIGHT("height"),
    HREF("href"),
    ID("id"),
    LANG("lang"),
    LOADING("loading"),
    MEDIA("media"),
    NAME("name"),
    PROPERTY("property"),
    REL("rel"),
    ROLE("role"),
    ROWSPAN("rowspan"),
    SCOPE("scope"),
    SIZES("sizes"),
    SRC("src"),
    SRCSET("srcset"),
    START("start"),
    TABINDEX("tabindex"),
    TITLE("title"),
    TYPE("type"),
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
