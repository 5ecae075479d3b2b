package dev.soundcheck.server.junit;

import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.ServerOptionsBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads {@link WithVoiceServer}. */
final class Annotated {
  private Annotated() {}

  /** The nearest one: of the method, of its class, of the classes around that. */
  static Optional<WithVoiceServer> at(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), WithVoiceServer.class)
        .or(() -> context.getTestClass().flatMap(Annotated::at));
  }

  private static Optional<WithVoiceServer> at(Class<?> tests) {
    Class<?> around = tests.getEnclosingClass();
    Optional<WithVoiceServer> here = AnnotationSupport.findAnnotation(tests, WithVoiceServer.class);
    return around == null ? here : here.or(() -> at(around));
  }

  static ServerOptions options(WithVoiceServer asked) {
    ServerOptionsBuilder options =
        ServerOptions.builder()
            .profile(asked.profile())
            .seed(asked.seed())
            .time(asked.time())
            .listening(asked.listening())
            .keys(List.of(asked.keys()));
    if (!asked.features().isEmpty()) {
      options.features(Path.of(asked.features()));
    }
    if (!asked.value().isEmpty()) {
      options.playing(asked.value());
    }
    return options.build();
  }
}
