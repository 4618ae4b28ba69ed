package io.vigie.retention.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Entity tags, by which a caller says what they looked at before they change it. */
final class Tags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Tags() {}

    static <T> RestResponse<T> tagged(T body, long version) {
        return RestResponse.ResponseBuilder.ok(body)
                .header("ETag", "\"" + version + "\"")
                .build();
    }

    /** The version that {@code If-Match} names; none where anything will do. */
    static Optional<Long> wanted(@Nullable String ifMatch) {
        Optional<String> said = Asked.text(ifMatch).filter(text -> !text.equals("*"));
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(said.get().trim());
        if (!tag.matches()) {
            throw Problems.wrong("If-Match: send the ETag that came with what you looked at, such as \"3\".");
        }
        return Optional.of(Long.valueOf(tag.group(1)));
    }
}
