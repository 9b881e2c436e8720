package dev.pressline.testing.benchmarks.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Documents as Markdown files with JSON front matter, for site generators. Immutable. */
record HugoContent(Path directory) {

    /** Writes a document below the folder of its publication. */
    void write(GeneratedRecord document, GeneratedRecord publication) {
        Map<String, Object> front =
                Encoding.map(
                        "title",
                        document.record().get("title"),
                        "date",
                        Corpus.time(document.micros()),
                        "description",
                        document.record().get("description"),
                        "tags",
                        document.record().get("tags") instanceof List<?> tags ? tags : null);
        StringBuilder text = new StringBuilder();
        Encoding.json(front, text);
        text.append("\n\n").append(Formats.markdown(document.body())).append('\n');
        String url = String.valueOf(publication.record().get("url"));
        String folder = url.substring("https://".length()).split("\\.", 2)[0];
        Corpus.write(
                directory.resolve(folder).resolve(document.rkey() + ".md"),
                text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
