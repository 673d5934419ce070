package io.telamon.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a {@link TestControlPlane} for each test that asks for one, and closes it and deletes its folder afterwards. */
final class ControlPlaneExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ControlPlaneExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestControlPlane.class;
    }

    @Override
    public TestControlPlane resolveParameter(ParameterContext parameter, ExtensionContext context) {
        WithControlPlane asked = context.getRequiredTestClass().getAnnotation(WithControlPlane.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Running.class, key -> Running.start(asked), Running.class)
                .plane();
    }

    private record Running(TestControlPlane plane, Path folder) implements AutoCloseable {

        static Running start(WithControlPlane asked) {
            try {
                Path folder = Files.createTempDirectory("telamon-test");
                ControlSettings settings = ControlSettings.defaults().at(asked.pace());
                return new Running(TestControlPlane.start(folder, settings), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            plane.close();
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
