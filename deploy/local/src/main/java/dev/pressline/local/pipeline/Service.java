package dev.pressline.local.pipeline;

/** The three services, in the order in which records pass through them. */
public enum Service {
    /** Takes records in. */
    INGEST("ingest", 8081, 144),
    /** Repairs and converts them. */
    NORMALIZE("normalize", 8082, 144),
    /** Prints pages and feeds, and serves them. */
    RENDER("render", 8080, 192);

    private static final int MANAGEMENT_OFFSET = 1000;

    private final String title;
    private final int usualPort;
    private final int heapMebibytes;

    Service(String title, int usualPort, int heapMebibytes) {
        this.title = title;
        this.usualPort = usualPort;
        this.heapMebibytes = heapMebibytes;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The Maven module that builds it. */
    public String module() {
        return title + "-service";
    }

    /** The port where it usually serves. */
    public int usualPort() {
        return usualPort;
    }

    /**
     * The heap that it works well with: a third more than lives long in it under load, since
     * collecting takes a fifth of the time where there is less.
     */
    public int heapMebibytes() {
        return heapMebibytes;
    }

    /** The port where its health and metrics usually are. */
    public int usualManagementPort() {
        return usualPort + MANAGEMENT_OFFSET;
    }
}
