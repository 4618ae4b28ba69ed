package io.vigie.testkit;

import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;

/** Calls the one copy of a class that the whole JVM shares, because Quarkus loads test classes anew for every application. */
final class OncePerJvm {
    private OncePerJvm() {}

    /** Calls a public static method that takes and gives only types of the Java platform. */
    static Object call(Class<?> type, String method, Object... arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader whole = ClassLoader.getSystemClassLoader();
        try {
            thread.setContextClassLoader(whole);
            Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
            return whole.loadClass(type.getName()).getMethod(method, types).invoke(null, arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(type + " is not on the class path that the JVM was started with", absent);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
