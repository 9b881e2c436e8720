package dev.pressline.render.defect;

import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.AtUri;
import java.util.List;
import java.util.Optional;

/**
 * Which rules had to repair how many documents of a publisher, the most frequent first. Immutable.
 *
 * @param publisher whose documents
 * @param name what the publisher is called, absent for everybody
 * @param rules the rules, never empty where a report is printed
 */
public record DefectReport(Publisher publisher, Optional<String> name, List<Rule> rules) {

    /**
     * One rule.
     *
     * @param rule its name in provenance
     * @param version its version
     * @param certainty how sure the repair of the newest example is
     * @param documents how many documents it repaired
     * @param what what the defect is, a sentence
     * @param fix what to do at the source, a sentence
     * @param examples the newest documents that have it
     */
    public record Rule(
            String rule,
            int version,
            Certainty certainty,
            long documents,
            String what,
            String fix,
            List<Example> examples) {}

    /**
     * A document that has the defect.
     *
     * @param document the document
     * @param title its title, perhaps empty
     * @param places how many places were repaired
     * @param field the JSON pointer of the first
     * @param change what was changed there
     */
    public record Example(AtUri document, String title, int places, String field, Excerpt change) {}
}
