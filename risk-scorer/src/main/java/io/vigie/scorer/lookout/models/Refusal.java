package io.vigie.scorer.lookout.models;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Why what was asked for on a page was not done; nothing where it was, or nothing was asked.
 *
 * @param word the stable end of the problem's type
 * @param detail as the API says it
 */
public record Refusal(String word, String detail) {
    static final Refusal NONE = new Refusal("", "");

    static Refusal of(HttpProblem problem) {
        String type = String.valueOf(problem.getType());
        return new Refusal(type.substring(type.lastIndexOf(':') + 1), String.valueOf(problem.getDetail()));
    }
}
