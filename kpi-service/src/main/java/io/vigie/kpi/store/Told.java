package io.vigie.kpi.store;

import io.vigie.events.wire.Event;
import io.vigie.events.wire.Topic;
import java.util.List;
import java.util.stream.Stream;

/** An event with its place, so that of two the later can be told. */
record Told<T>(Topic topic, int partition, long offset, Event<?> event, T data) {

    static List<Told<?>> in(List<Delivery> deliveries) {
        return deliveries.stream()
                .<Told<?>>flatMap(delivery -> switch (delivery.reading()) {
                    case Delivery.Reading.Read(Event<?> event) ->
                        Stream.of(new Told<>(
                                delivery.topic(), delivery.partition(), delivery.offset(), event, event.data()));
                    case Delivery.Reading.Unread _ -> Stream.empty();
                })
                .toList();
    }

    /** The same, its data known for what it is. */
    <U> Told<U> carrying(U known) {
        return new Told<>(topic, partition, offset, event, known);
    }

    /** Those that carry a type of data. */
    static <T> List<Told<T>> carrying(Class<T> type, List<Told<?>> all) {
        return all.stream()
                .filter(told -> type.isInstance(told.data()))
                .map(told -> told.carrying(type.cast(told.data())))
                .toList();
    }
}
