package dev.pressline.kit.config;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables that a packaged service reads: those of its configuration mappings, of
 * its {@code application.properties} and of the expressions in it. Immutable.
 */
public final class ServiceSettings {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String NAME = "io.smallrye.config.WithName";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Z_]+)");

    /** The part of a name that whoever configures chooses. */
    private static final String ANY = "*";

    private final Set<String> variables;

    private ServiceSettings(Set<String> variables) {
        this.variables = variables;
    }

    /** Those of the service that a build has left in this module. */
    public static ServiceSettings of(Path module) throws Exception {
        List<Path> jars = jars(module.resolve("target").resolve("quarkus-app"));
        Set<String> settings = new TreeSet<>();
        try (URLClassLoader loader = new URLClassLoader(urls(jars), null)) {
            for (Path jar : jars) {
                for (String name : configClasses(jar)) {
                    addMapping(loader.loadClass(name), settings);
                }
            }
            try (InputStream in = loader.getResourceAsStream("application.properties")) {
                addProperties(in, settings);
            }
        }
        return new ServiceSettings(settings);
    }

    /** Whether the service reads a variable of this name. */
    public boolean know(String variable) {
        return variables.contains(variable)
                || variables.stream()
                        .filter(each -> each.contains(ANY))
                        .anyMatch(each -> variable.matches(each.replace(ANY, "[A-Z0-9]+")));
    }

    private static List<Path> jars(Path application) throws IOException {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static URL[] urls(List<Path> jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static List<String> configClasses(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                if (name.startsWith("dev/pressline/") && name.endsWith("Config.class")) {
                    names.add(name.replace('/', '.').replaceFirst("\\.class$", ""));
                }
            }
        }
        return names;
    }

    private static void addMapping(Class<?> type, Set<String> settings) throws Exception {
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getName().equals(MAPPING)) {
                addKeys(text(annotation, "prefix"), type, settings);
            }
        }
    }

    private static void addKeys(String prefix, Class<?> type, Set<String> settings)
            throws Exception {
        for (Method method : type.getDeclaredMethods()) {
            String key = prefix + '.' + name(method);
            Class<?> value = method.getReturnType();
            if (value.getName().equals(Map.class.getName())) {
                addKey(key + '.' + ANY, valueOf(method.getGenericReturnType()), type, settings);
            } else {
                addKey(key, value, type, settings);
            }
        }
    }

    private static Class<?> valueOf(Type map) {
        return (Class<?>) ((ParameterizedType) map).getActualTypeArguments()[1];
    }

    private static void addKey(String key, Class<?> value, Class<?> owner, Set<String> settings)
            throws Exception {
        if (value.isInterface() && value.getName().startsWith(owner.getName() + '$')) {
            addKeys(key, value, settings);
        } else {
            settings.add(variable(key));
        }
    }

    private static String name(Method method) throws Exception {
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation.annotationType().getName().equals(NAME)) {
                return text(annotation, "value");
            }
        }
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String text(Annotation annotation, String attribute) throws Exception {
        return (String) annotation.annotationType().getMethod(attribute).invoke(annotation);
    }

    private static void addProperties(InputStream in, Set<String> settings) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        properties.forEach(
                (key, value) -> {
                    settings.add(variable(key.toString()));
                    Matcher expression = EXPRESSION.matcher(value.toString());
                    while (expression.find()) {
                        settings.add(expression.group(1));
                    }
                });
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
    }
}
