package dev.pressline.ingest.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.row.Row;

/** Makes the rows of account events. Stateless. */
public final class AccountRows {

    private AccountRows() {}

    /** The row of a state; {@code status} is empty where the host does not say. */
    public static Row.Account of(Did did, boolean active, String status, long timeMicros) {
        ObjectNode state = ContractJson.mapper().createObjectNode();
        state.put("did", did.value()).put("active", active);
        if (!status.isEmpty()) {
            state.put("status", status);
        }
        try {
            byte[] json = ContractJson.mapper().writeValueAsBytes(state);
            return new Row.Account(did, Tid.of(Math.max(0, timeMicros), 0), json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three fields can be written", e);
        }
    }
}
