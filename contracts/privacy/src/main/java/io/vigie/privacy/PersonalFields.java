package io.vigie.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which fields of some JSON are personal, as records say by {@link Personal} and the catalogue by {@code personal:
 * true}. Elements of arrays stand in the place of their array.
 */
public final class PersonalFields {
    /** Nothing is personal. */
    public static final PersonalFields NONE = new PersonalFields(false, Map.of());

    private static final PersonalFields ALL = new PersonalFields(true, Map.of());
    private static final String ANY = "*";

    private final boolean whole;
    private final Map<String, PersonalFields> under;

    private PersonalFields(boolean whole, Map<String, PersonalFields> under) {
        this.whole = whole;
        this.under = under;
    }

    /** Those of a record and of the records in it. */
    public static PersonalFields of(Class<?> record) {
        Map<String, PersonalFields> under = new HashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            keep(
                    under,
                    component.getName(),
                    in(component.getGenericType(), component.isAnnotationPresent(Personal.class)));
        }
        return of(under);
    }

    /** Those of a JSON Schema: its own and those of its properties and items. */
    public static PersonalFields inSchema(JsonNode schema) {
        if (schema.path("personal").booleanValue()) {
            return ALL;
        }
        Map<String, PersonalFields> under = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            keep(under, property.getKey(), inSchema(property.getValue()));
        }
        return schema.has("items") && under.isEmpty() ? inSchema(schema.path("items")) : of(under);
    }

    /** Whether some JSON holds any of them. */
    public boolean in(JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return false;
        }
        if (json.isArray()) {
            return json.valueStream().anyMatch(this::in);
        }
        if (whole) {
            return true;
        }
        for (Map.Entry<String, PersonalFields> field : under.entrySet()) {
            if (field.getKey().equals(ANY)
                    ? json.valueStream().anyMatch(field.getValue()::in)
                    : field.getValue().in(json.path(field.getKey()))) {
                return true;
            }
        }
        return false;
    }

    boolean whole() {
        return whole;
    }

    PersonalFields under(String name) {
        return Optional.ofNullable(under.get(name)).orElseGet(() -> under.getOrDefault(ANY, NONE));
    }

    /** A map is personal in its values, so that it stays a map for who reads it. */
    private static PersonalFields in(Type type, boolean personal) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            PersonalFields last = in(of[of.length - 1], personal);
            return generic.getRawType() == Map.class && last != NONE ? of(Map.of(ANY, last)) : last;
        }
        if (personal) {
            return ALL;
        }
        return type instanceof Class<?> found && found.isRecord() ? of(found) : NONE;
    }

    private static void keep(Map<String, PersonalFields> under, String name, PersonalFields fields) {
        if (fields != NONE) {
            under.put(name, fields);
        }
    }

    private static PersonalFields of(Map<String, PersonalFields> under) {
        return under.isEmpty() ? NONE : new PersonalFields(false, Map.copyOf(under));
    }

    @Override
    public String toString() {
        return whole
                ? "personal"
                : Arrays.toString(under.keySet().stream().sorted().toArray());
    }
}
