package io.vigie.ingest.api.answers;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks what is asked of a customer by the path's {@code id}: an id that nobody can have is answered 400. */
@NameBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface SoundCustomerId {}
