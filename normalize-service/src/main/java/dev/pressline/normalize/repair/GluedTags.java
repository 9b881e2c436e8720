package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several tags in one: {@code #one#two #three} are three. And the words of a link card, title,
 * description and host without a blank between ({@code softwareCodeberg.org65LABS}), are none.
 */
final class GluedTags extends TagRule {

    GluedTags() {
        super(RuleName.first("glued-tags"), Certainty.INFERRED);
    }

    @Override
    List<String> examine(List<String> tags, Draft draft) {
        return tags.stream().filter(tag -> !isCard(tag)).flatMap(GluedTags::parts).toList();
    }

    private static Stream<String> parts(String tag) {
        boolean glued = tag.startsWith("#") && hasSignBeforeLetter(tag, 2);
        return glued
                ? Stream.of(tag.split("#", -1)).map(String::strip).filter(part -> !part.isEmpty())
                : Stream.of(tag);
    }

    private static boolean hasSignBeforeLetter(String tag, int from) {
        int sign = tag.indexOf('#', from);
        while (sign >= 0) {
            boolean letter = sign + 1 < tag.length() && Character.isLetter(tag.charAt(sign + 1));
            if (letter && tag.charAt(sign - 1) != '#') {
                return true;
            }
            sign = tag.indexOf('#', sign + 1);
        }
        return false;
    }

    /** Whether a word of several holds a host with joints on both sides of its dot. */
    private static boolean isCard(String tag) {
        String[] words = tag.split(" ", -1);
        return words.length > 1 && Stream.of(words).anyMatch(GluedTags::hasGluedHost);
    }

    private static boolean hasGluedHost(String word) {
        int dot = word.lastIndexOf('.');
        return dot > 0 && hasJoint(word, 1, dot) && hasJoint(word, dot + 2, word.length());
    }

    /** Whether a small letter is followed by a capital or a digit. */
    private static boolean hasJoint(String word, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = word.charAt(i);
            boolean begins = Character.isUpperCase(c) || Character.isDigit(c);
            if (begins && Character.isLowerCase(word.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
