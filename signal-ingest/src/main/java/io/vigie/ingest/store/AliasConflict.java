package io.vigie.ingest.store;

/** An alias is another customer's already. */
public final class AliasConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Claim claim;
    private final String owner;

    AliasConflict(Claim claim, String owner) {
        super("an alias of " + claim.customer() + " is already one of " + owner);
        this.claim = claim;
        this.owner = owner;
    }

    public Claim claim() {
        return claim;
    }

    /** Whose it is. */
    public String owner() {
        return owner;
    }
}
