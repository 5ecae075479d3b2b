package dev.soundcheck.server.junit;

import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.junit.WithVoiceServer.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a server when a test asks for one and closes it after the test. Where the test failed, or
 * the server found something, the traces of its connections are kept as files and shown with the
 * failure. Comes with {@link WithVoiceServer}; or, with options that the annotation does not have,
 * as {@code @RegisterExtension}.
 */
public final class VoiceServerExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(VoiceServerExtension.class);

  private final Optional<ServerOptions> options;
  private final Findings findings;

  /** As the annotation says. */
  public VoiceServerExtension() {
    this.options = Optional.empty();
    this.findings = Findings.FAIL;
  }

  /** As these options say. */
  public VoiceServerExtension(ServerOptions options, Findings findings) {
    this.options = Optional.of(options);
    this.findings = findings;
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MockVoiceServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A server lives as long as one test. Take it in the test, in @BeforeEach or in the "
              + "constructor.");
    }
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(
            context.getUniqueId(),
            id -> new StagedTest(MockVoiceServer.start(optionsOf(context))),
            StagedTest.class)
        .server();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    StagedTest test = context.getStore(OURS).remove(context.getUniqueId(), StagedTest.class);
    if (test == null) {
      return;
    }
    test.server().close();
    List<String> found = test.findings();
    Optional<Throwable> failure = context.getExecutionException();
    if (failure.isPresent()) {
      failure.get().addSuppressed(new WhatWasSaid(attached(test, context)));
    } else if (!found.isEmpty() && findingsOf(context) == Findings.FAIL) {
      throw new AssertionError(
          "The test passed, but the server found:%n  %s%n%s"
              .formatted(
                  String.join(System.lineSeparator() + "  ", found), attached(test, context)));
    }
  }

  private ServerOptions optionsOf(ExtensionContext context) {
    return options.orElseGet(
        () ->
            Annotated.at(context).map(Annotated::options).orElse(ServerOptions.builder().build()));
  }

  private Findings findingsOf(ExtensionContext context) {
    return options.isPresent()
        ? findings
        : Annotated.at(context).map(WithVoiceServer::findings).orElse(findings);
  }

  /** Keeps the traces, tells the report where they are, and shows how they end. */
  private static String attached(StagedTest test, ExtensionContext context) {
    List<Path> files = TraceFolder.of(context).keep(test.server().traces(), context);
    for (Path file : files) {
      context.publishReportEntry("soundcheck.trace", file.toString());
    }
    return test.shown(files);
  }

  /** Stands below a failure of a test, to show what went over the wire. */
  private static final class WhatWasSaid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WhatWasSaid(String text) {
      super(text, null, false, false);
    }
  }
}
