package dev.pressline.local.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a child JVM runs. Immutable.
 *
 * @param classPath the class path, which begins with {@code ChildMain}'s
 * @param cache what is kept of its classes for later starts
 */
public record Program(List<Path> classPath, Optional<AotCache> cache) {

    /** A program of which nothing is kept, with a class path as the JVM writes it. */
    public static Program of(String classPath) {
        List<Path> entries = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        return new Program(entries, Optional.empty());
    }

    /** What the JVM has to be told. */
    List<String> options() {
        String joined = classPath.stream().map(Path::toString).collect(joining(File.pathSeparator));
        return Stream.concat(
                        cache.map(AotCache::options).orElse(List.of()).stream(),
                        Stream.of("-cp", joined))
                .toList();
    }
}
