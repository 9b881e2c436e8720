package dev.pressline.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Java needs of a system where there is no base: the C library of this machine, where names
 * are looked up, and a place for temporary files. Stateless.
 */
final class SystemLayer {

    /** Libraries beside the C library that code finds by name only. */
    private static final List<String> BESIDE =
            List.of(
                    "libdl.so.2",
                    "libgcc_s.so.1",
                    "libm.so.6",
                    "libpthread.so.0",
                    "libresolv.so.2",
                    "librt.so.1",
                    "libstdc++.so.6");

    private static final Pattern LINKED = Pattern.compile("(/\\S+)(?= \\(0x)");
    private static final Path LOCALE = Path.of("/usr/lib/locale/C.utf8");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions EVERYBODY = FilePermissions.fromOctalString("777");

    private SystemLayer() {}

    /** The layer below a Java runtime; what has to be written for it goes to {@code work}. */
    static FileEntriesLayer of(LinkedJava java, Path work) throws IOException {
        Path names = work.resolve("nsswitch.conf");
        Files.writeString(names, "hosts: files dns\n");
        Path temporary = Files.createDirectories(work.resolve("tmp"));
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("system");
        for (Path library : libraries(java)) {
            AbsoluteUnixPath place = AbsoluteUnixPath.fromPath(library);
            layer.addEntry(library.toRealPath(), place, PROGRAM);
        }
        if (Files.isDirectory(LOCALE)) {
            layer.addEntryRecursive(LOCALE, AbsoluteUnixPath.fromPath(LOCALE));
        }
        return layer.addEntry(names, AbsoluteUnixPath.get("/etc/nsswitch.conf"))
                .addEntry(temporary, AbsoluteUnixPath.get("/tmp"), EVERYBODY)
                .build();
    }

    /** By the names under which they are looked for. */
    private static TreeSet<Path> libraries(LinkedJava java) throws IOException {
        TreeSet<Path> libraries = new TreeSet<>();
        Matcher linked = LINKED.matcher(Tool.run("ldd", java.program().toString()));
        linked.results()
                .map(it -> Path.of(it.group(1)).normalize())
                .filter(it -> !it.startsWith(java.home()))
                .forEach(libraries::add);
        Path library =
                libraries.stream()
                        .filter(it -> it.endsWith("libc.so.6"))
                        .findFirst()
                        .orElseThrow(() -> new LaunchException("java is linked to no glibc"));
        BESIDE.stream().map(library::resolveSibling).filter(Files::exists).forEach(libraries::add);
        return libraries;
    }
}
