package dev.pressline.normalize.image;

/** An image that cannot be read to its end, so that nobody can say what is in it. */
final class MalformedImageException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedImageException(String why) {
        super(why, null, false, false);
    }

    /** Throws one unless the condition holds. */
    static void require(boolean condition, String why) throws MalformedImageException {
        if (!condition) {
            throw new MalformedImageException(why);
        }
    }
}
