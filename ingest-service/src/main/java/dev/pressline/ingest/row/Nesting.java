package dev.pressline.ingest.row;

/** Measures how deep JSON nests, in one pass and without recursion. Stateless. */
final class Nesting {

    private Nesting() {}

    /** Whether arrays and objects nest deeper than {@code levels}; the text need not be valid. */
    static boolean isDeeper(byte[] json, int levels) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            if (inString) {
                inString = b != '"';
                i += b == '\\' ? 1 : 0;
            } else if (b == '"') {
                inString = true;
            } else if (b == '[' || b == '{') {
                depth++;
            } else if (b == ']' || b == '}') {
                depth--;
            }
            if (depth > levels) {
                return true;
            }
        }
        return false;
    }
}
