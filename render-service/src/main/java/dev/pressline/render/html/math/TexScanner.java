package dev.pressline.render.html.math;

/** Reads TeX token by token. Blanks between tokens are skipped. Not thread-safe. */
final class TexScanner {

    /** What is peeked at the end of the text; no token of TeX. */
    static final String END = "";

    private final String tex;
    private int at;

    TexScanner(String tex) {
        this.tex = tex;
    }

    /** The next token, which stays: a command with its backslash, a character, or {@link #END}. */
    String peek() {
        skipBlanks();
        return tex.substring(at, end());
    }

    /** Takes the next token. */
    String next() {
        String token = peek();
        at += token.length();
        return token;
    }

    /** Takes the next token if it is this one. */
    boolean take(String token) {
        boolean found = peek().equals(token);
        if (found) {
            at += token.length();
        }
        return found;
    }

    /** Takes the next token, which must be this one. */
    void expect(String token) {
        if (!take(token)) {
            throw new UnreadableTexException(token + " is missing");
        }
    }

    /** Takes a number that starts here. */
    String number() {
        int start = at;
        while (at < tex.length() && isDigit(at)) {
            at++;
        }
        if (at + 1 < tex.length() && tex.charAt(at) == '.' && isDigit(at + 1)) {
            at++;
            while (at < tex.length() && isDigit(at)) {
                at++;
            }
        }
        return tex.substring(start, at);
    }

    /** Takes a group of plain text with its blanks: no commands, no groups within. */
    String words() {
        expect("{");
        int close = tex.indexOf('}', at);
        String words = close < 0 ? "\\" : tex.substring(at, close);
        if (words.chars().anyMatch(c -> "\\{$".indexOf(c) >= 0)) {
            throw new UnreadableTexException("a text that is not plain");
        }
        at = close + 1;
        return words;
    }

    private void skipBlanks() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
    }

    private int end() {
        if (at >= tex.length()) {
            return at;
        }
        if (tex.charAt(at) != '\\' || at + 1 == tex.length()) {
            return tex.offsetByCodePoints(at, 1);
        }
        int end = at + 1;
        while (end < tex.length() && isLetter(tex.charAt(end))) {
            end++;
        }
        return end == at + 1 ? tex.offsetByCodePoints(end, 1) : end;
    }

    private boolean isDigit(int index) {
        char c = tex.charAt(index);
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
