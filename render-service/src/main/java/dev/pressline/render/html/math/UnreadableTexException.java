package dev.pressline.render.html.math;

import java.io.Serial;

/** Says that a formula holds something that is not known here. Has no stack trace. */
final class UnreadableTexException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    UnreadableTexException(String message) {
        super(message, null, false, false);
    }
}
