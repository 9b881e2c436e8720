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
 * @param alone whether it runs as it does where nobody is its parent: without {@code ChildMain}
 */
public record Program(List<Path> classPath, Optional<AotCache> cache, boolean alone) {

    /** A program whose parent looks after it. */
    Program(List<Path> classPath, Optional<AotCache> cache) {
        this(classPath, cache, false);
    }

    /** A program of which nothing is kept, with a class path as the JVM writes it. */
    public static Program of(String classPath) {
        return new Program(entries(classPath), Optional.empty());
    }

    private static List<Path> entries(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }

    /** A program that runs alone, with a class path as the JVM writes it. */
    static Program alone(String classPath, AotCache cache) {
        return new Program(entries(classPath), Optional.of(cache), true);
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
