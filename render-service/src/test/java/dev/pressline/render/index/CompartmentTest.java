package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompartmentTest {

    private final MemoryStore all = new MemoryStore();
    private final Compartment first = new Compartment(all, 'a');
    private final Compartment second = new Compartment(all, 'b');

    @Test
    void compartments_seeTheirOwnKeysOnly() {
        put("x", "y");

        first.put("x", new byte[] {1});
        second.put("x", new byte[] {2});
        first.delete("y");

        assertThat(first.get("x"))
                .hasValueSatisfying(value -> assertThat(value).containsExactly(1));
        assertThat(second.get("x"))
                .hasValueSatisfying(value -> assertThat(value).containsExactly(2));
        assertThat(first.get("y")).isEmpty();
        assertThat(second.get("y")).isPresent();
    }

    @Test
    void visits_endWithTheCompartment_andNameKeysAsTheyWerePut() {
        put("x1", "x2", "y");

        List<String> visited = new ArrayList<>();
        first.visit("", Integer.MAX_VALUE, (key, value) -> visited.add(key));
        first.visit("x", 1, (key, value) -> visited.add(key));
        second.visitBetween("x1", "y", 9, (key, value) -> visited.add(key));

        assertThat(visited).containsExactly("x1", "x2", "y", "x1", "x2", "y");
    }

    @Test
    void neighbours_areOfTheCompartment() {
        put("x1", "x2");

        assertThat(first.before("", "x2")).hasValue("x1");
        assertThat(first.before("", "x1")).isEmpty();
        assertThat(second.before("", "x1")).isEmpty();
        assertThat(first.after("", "x2")).isEmpty();
        assertThat(first.after("", "")).hasValue("x1");
    }

    private void put(String... keys) {
        for (String key : keys) {
            first.put(key, new byte[0]);
            second.put(key, new byte[0]);
        }
    }
}
