package io.vigie.ingest.source;

import io.vigie.events.DataFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every source: a folder each with {@code source.yaml} and {@code mapping.jsonata}, shipped or the company's own; the
 * company's can change while the service runs.
 */
public final class Sources {
    /** Under this name stands what is wrong with the company's folder itself. */
    private static final String FOLDER = ".";

    private final Map<String, Source> shipped;
    private final Optional<SourceFolders> company;
    private volatile Known known;

    /**
     * @param own the company's sources that could be read, by name
     * @param faults what is wrong with those that could not, by name
     */
    private record Known(Map<String, Source> own, Map<String, String> faults) {}

    /** What a look at the company's folder found: a source taken anew, or what is wrong with it now. */
    public record Change(String source, Optional<String> fault) {}

    private Sources(Map<String, Source> shipped, Optional<SourceFolders> company) {
        this.shipped = shipped;
        this.company = company;
        this.known = new Known(company.map(SourceFolders::readAll).orElse(Map.of()), Map.of());
    }

    /** The sources that ship with Vigie. */
    public static Sources shipped() {
        return new Sources(shippedSources(), Optional.empty());
    }

    /**
     * The sources that ship, plus a company's folder of source folders, which win over shipped ones of the same name.
     *
     * @throws IllegalArgumentException naming the source, the file and what is wrong with it
     */
    public static Sources with(Path companyFolder) {
        return new Sources(shippedSources(), Optional.of(new SourceFolders(companyFolder)));
    }

    public Collection<Source> all() {
        Map<String, Source> all = new TreeMap<>(shipped);
        all.putAll(known.own());
        return Collections.unmodifiableCollection(all.values());
    }

    public Optional<Source> find(String name) {
        return Optional.ofNullable(known.own().get(name)).or(() -> Optional.ofNullable(shipped.get(name)));
    }

    /** Whether it is the company's own, not one that ships. */
    public boolean isOwn(String name) {
        return known.own().containsKey(name);
    }

    /** What is wrong with the company's source of that name as it stands now; the last good one is still used. */
    public Optional<String> faultOf(String name) {
        return Optional.ofNullable(known.faults().get(name));
    }

    /** How many of the company's sources are wrong as they stand now. */
    public int faults() {
        return known.faults().size();
    }

    /**
     * Looks whether the company changed anything, and takes it once two looks find the same, so that nothing half-written
     * is read; what is broken keeps its last good version.
     */
    public synchronized List<Change> refresh() {
        return company.map(this::look).orElse(List.of());
    }

    private List<Change> look(SourceFolders folder) {
        try {
            List<String> changed = folder.changed();
            fault(FOLDER, Optional.empty());
            return changed.stream().map(name -> take(folder, name)).toList();
        } catch (IllegalArgumentException e) {
            boolean news = faultOf(FOLDER).isEmpty();
            fault(FOLDER, Optional.of(e.getMessage()));
            return news ? List.of(new Change(FOLDER, faultOf(FOLDER))) : List.of();
        }
    }

    private Change take(SourceFolders folder, String name) {
        Map<String, Source> own = new TreeMap<>(known.own());
        try {
            folder.read(name).ifPresentOrElse(source -> own.put(name, source), () -> own.remove(name));
            known = new Known(Collections.unmodifiableMap(own), known.faults());
            fault(name, Optional.empty());
        } catch (IllegalArgumentException e) {
            fault(name, Optional.of(e.getMessage()));
        }
        return new Change(name, faultOf(name));
    }

    private void fault(String name, Optional<String> fault) {
        Map<String, String> faults = new TreeMap<>(known.faults());
        faults.remove(name);
        fault.ifPresent(text -> faults.put(name, text));
        known = new Known(known.own(), Collections.unmodifiableMap(faults));
    }

    private static Map<String, Source> shippedSources() {
        return DataFiles.inShipped(
                Sources.class, "/sources", "cloudevents/source.yaml", folder -> new SourceFolders(folder).readAll());
    }
}
