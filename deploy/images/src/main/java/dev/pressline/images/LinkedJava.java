package dev.pressline.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.FilePermissionsProvider;
import dev.pressline.local.process.Directories;
import dev.pressline.local.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Java runtime with the modules that services and tools of operators need, linked from the JDK
 * that runs this. It needs a C library below.
 *
 * @param home where it lies
 */
record LinkedJava(Path home) {

    /** What its layer is called. */
    static final String LAYER = "java";

    /** All of Java SE, and of the JDK what is looked up by name: charsets, locales, DNS, SASL. */
    private static final List<String> MODULES =
            List.of(
                    "java.se",
                    "jdk.charsets",
                    "jdk.crypto.ec",
                    "jdk.jcmd",
                    "jdk.jfr",
                    "jdk.localedata",
                    "jdk.management",
                    "jdk.naming.dns",
                    "jdk.net",
                    "jdk.security.auth",
                    "jdk.security.jgss",
                    "jdk.unsupported",
                    "jdk.xml.dom",
                    "jdk.zipfs");

    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");

    /** Links one into a directory, which is emptied before. */
    static LinkedJava link(Path home) throws IOException {
        Directories.delete(home);
        Tool.run(
                Tool.ofJdk("jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                "--output",
                home.toString());
        return new LinkedJava(home);
    }

    /** Its program. */
    Path program() {
        return home.resolve("bin").resolve("java");
    }

    /** It as a layer. */
    FileEntriesLayer layer() throws IOException {
        FilePermissionsProvider executables =
                (source, target) ->
                        Files.isDirectory(source) || Files.isExecutable(source)
                                ? PROGRAM
                                : FilePermissions.DEFAULT_FILE_PERMISSIONS;
        return FileEntriesLayer.builder()
                .setName(LAYER)
                .addEntryRecursive(home, AbsoluteUnixPath.get(Layout.JAVA), executables)
                .build();
    }
}
