package dev.pressline.images;

import java.nio.file.Path;

/** Where things lie in an image. Stateless. */
public final class Layout {

    /** What stands before the name of each image. */
    public static final String REPOSITORY = "pressline/";

    /** User and group, as the manifests have them. */
    public static final String USER = "10001:10001";

    /** A Java runtime that does not come with the base. */
    public static final String JAVA = "/opt/java";

    /** Everything of ours. */
    public static final String HOME = "/opt/pressline";

    /** The bill of materials, in CycloneDX. */
    public static final String BILL = HOME + "/sbom.cdx.json";

    /** The arguments of the JVM, in a file since the class path is long. */
    public static final String START = HOME + "/start";

    /** The classes of a training, loaded and linked. */
    public static final String CACHE = HOME + "/classes.aot";

    private Layout() {}

    /** Where a jar lies: those of others apart, since they change less often. */
    static String jar(Path jar, Bill bill) {
        return HOME + (isOurs(jar, bill) ? "/app/" : "/lib/") + jar.getFileName();
    }

    /** Whether a jar is made here: a module of ours, or what Quarkus generates for one. */
    static boolean isOurs(Path jar, Bill bill) {
        return isGenerated(jar) || bill.isOurs(jar);
    }

    /** Whether Quarkus has made it as it packaged a service. */
    static boolean isGenerated(Path jar) {
        return jar.getFileName().toString().endsWith("-bytecode.jar");
    }
}
