package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.TextEdit;
import dev.pressline.normalize.text.Windows1252;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * UTF-8 that was once read as Windows-1252: {@code â€™} was {@code ’}. A run of letters beyond
 * ASCII is repaired only if the whole of it decodes strictly. One lone pair must begin with {@code
 * Â} or {@code Ã}, since others occur in prose: {@code CAFÉ«}. Nor is {@code IRMÃ…} one: a capital
 * word that ends in Ã, and punctuation; nor {@code lá´´}, accents for quotation marks, which would
 * become a sign of phonetics that nobody writes.
 */
final class Mojibake extends TextRule {

    private static final String PUNCTUATION = "…’”“‘–—»«›™®•";

    Mojibake() {
        super(new RuleName("mojibake", 2), Certainty.CERTAIN);
    }

    @Override
    List<TextEdit> examine(String text) {
        List<TextEdit> edits = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) < 0x80) {
                at++;
                continue;
            }
            int end = runEnd(text, at);
            if (end - at >= 2) {
                int start = at;
                decode(text, start, end).ifPresent(s -> edits.add(new TextEdit(start, end, s)));
            }
            at = Math.max(end, at + 1);
        }
        return edits;
    }

    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && text.charAt(end) >= 0x80
                && Windows1252.byteOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static Optional<String> decode(String text, int start, int end) {
        byte[] bytes = new byte[end - start];
        for (int i = start; i < end; i++) {
            bytes[i - start] = (byte) Windows1252.byteOf(text.charAt(i));
        }
        try {
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return isPlausible(text, start, end, decoded) ? Optional.of(decoded) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(String text, int start, int end, String decoded) {
        if (decoded.chars().anyMatch(c -> c < 0xA0 || isPhonetic(c))) {
            return false;
        }
        char first = text.charAt(start);
        boolean lonePair = end - start == 2;
        return !lonePair || first == 'Â' || (first == 'Ã' && !endsCapitalWord(text, start, end));
    }

    /** A letter of the blocks Phonetic Extensions and its Supplement. */
    private static boolean isPhonetic(int c) {
        return c >= 0x1D00 && c <= 0x1DBF;
    }

    private static boolean endsCapitalWord(String text, int start, int end) {
        boolean capital = start > 0 && Character.isUpperCase(text.charAt(start - 1));
        boolean ends = end == text.length() || !Character.isLetter(text.charAt(end));
        return capital && ends && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0;
    }
}
