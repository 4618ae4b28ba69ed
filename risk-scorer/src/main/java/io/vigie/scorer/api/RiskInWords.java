package io.vigie.scorer.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import io.vigie.events.reasons.Heard;
import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import java.util.List;

/** An assessment as the API gives it: as it is published, each reason with its name and its sentence. */
final class RiskInWords {
    private RiskInWords() {}

    static JsonNode of(RiskAssessed risk, Heard heard, Wording wording) {
        ObjectNode told = EventJson.mapper().valueToTree(risk);
        told.put("language", wording.language());
        tell(told.path("byChoice"), RiskKind.BY_CHOICE, risk.byChoice(), heard, wording);
        tell(told.path("unpaid"), RiskKind.UNPAID, risk.unpaid(), heard, wording);
        risk.unavoidable().ifPresent(flag -> told.withObject("/unavoidable").put("sentence", wording.sentence(flag)));
        return told;
    }

    private static void tell(JsonNode share, RiskKind kind, RiskShare of, Heard heard, Wording wording) {
        List<Reason> reasons = of.reasons();
        for (int i = 0; i < reasons.size(); i++) {
            ObjectNode line = (ObjectNode) share.path("reasons").path(i);
            line.put("name", wording.name(reasons.get(i).factor()));
            line.put("sentence", wording.sentence(reasons.get(i), kind, heard));
        }
    }
}
