package io.vigie.scorer.lookout;

import io.vigie.events.risk.RiskAssessed;
import java.util.List;

/**
 * A customer in the list of those most likely to leave.
 *
 * @param reasons what raises the risk most, by name
 */
public record CustomerLine(RiskAssessed risk, String address, List<String> reasons) {}
