package dev.soundcheck.conformance.device;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Plays an interface of many methods of which a test needs few. */
final class Playing {
  /** What is done when a method is called. */
  @FunctionalInterface
  interface Part {
    @Nullable Object call(String method, Object[] args) throws Exception;
  }

  private Playing() {}

  static <T> T as(Class<T> kind, Part part) {
    InvocationHandler handler =
        (proxy, method, args) -> part.call(method.getName(), args == null ? new Object[0] : args);
    return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler));
  }
}
