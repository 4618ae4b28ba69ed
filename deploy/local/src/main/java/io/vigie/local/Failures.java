package io.vigie.local;

import io.vigie.local.dataset.UnknownDataset;
import io.vigie.local.feeding.Unexpected;
import io.vigie.local.fleet.FleetFailure;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Says what went wrong in a sentence where it is one of ours to say, and with its trace where it is not. */
final class Failures {
    private Failures() {}

    static String told(Exception failure) {
        return switch (failure) {
            case FleetFailure ours -> String.valueOf(ours.getMessage());
            case UnknownDataset ours -> String.valueOf(ours.getMessage());
            case Unexpected ours -> String.valueOf(ours.getMessage());
            case IllegalArgumentException wrong -> String.valueOf(wrong.getMessage());
            default -> trace(failure);
        };
    }

    private static String trace(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
