package dev.pressline.testing.manifests;

/** Text that no API server should get: what is wrong, by the name of the check that found it. */
final class BadManifestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String check;

    BadManifestException(String check, String fault) {
        super(check + ": " + fault);
        this.check = check;
    }

    /** The name of the check. */
    String check() {
        return check;
    }
}
