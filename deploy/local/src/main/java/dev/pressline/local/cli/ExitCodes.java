package dev.pressline.local.cli;

/** The exit codes of all commands. */
final class ExitCodes {

    /** Everything was done. */
    static final int OK = 0;

    /** Something cannot run. */
    static final int FAILED = 1;

    /** Everything was done, but some records were dead-lettered. */
    static final int DEAD_LETTERS = 2;

    /** The command line makes no sense. */
    static final int USAGE = 64;

    private ExitCodes() {}
}
