package io.vigie.scorer.lookout;

import io.vigie.scorer.explanation.Letter;

/** The letter to a customer who asks, as a page to print. */
public record LetterPage(Letter letter, String back) {}
