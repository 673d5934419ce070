package io.telamon.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Settings in a YAML file. A setting without a value counts as not given. */
final class YamlSource {

    private static final Map<String, Setting<?>> BY_NAME = SettingTable.ALL.stream()
            .filter(setting -> !setting.equals(SettingTable.CONFIG))
            .collect(Collectors.toMap(Setting::name, Function.identity()));

    private final Path file;
    private final Map<Setting<?>, Given> given = new LinkedHashMap<>();

    private YamlSource(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param origin where the file was named
     * @throws WrongSettingException when it cannot be read, is no YAML, or names something that is no setting
     */
    static Map<Setting<?>, Given> read(Path file, String origin) {
        YamlSource source = new YamlSource(file);
        source.root(source.text(origin)).ifPresent(root -> source.walk("", root));
        return source.given;
    }

    private String text(String origin) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new WrongSettingException("there is no file %s, named by %s".formatted(file, origin));
        } catch (IOException e) {
            throw new WrongSettingException("the file %s, named by %s, cannot be read as text".formatted(file, origin));
        }
    }

    private Optional<Node> root(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new WrongSettingException(
                    "the file %s is not well-formed YAML: %s".formatted(place(e.getProblemMark()), e.getProblem()));
        } catch (YamlEngineException e) {
            throw new WrongSettingException("the file %s is not well-formed YAML".formatted(file));
        }
    }

    private void walk(String path, Node node) {
        switch (node) {
            case MappingNode mapping -> mapping.getValue().forEach(entry -> entry(path, entry));
            case ScalarNode scalar -> put(path, scalar);
            default ->
                throw new WrongSettingException("%s in %s is a list; settings have one value"
                        .formatted(name(path), place(node.getStartMark())));
        }
    }

    private void entry(String path, NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String full = path.isEmpty() ? key : path + "." + key;
        boolean section = BY_NAME.keySet().stream().anyMatch(name -> name.startsWith(full + "."));
        boolean mapping = entry.getValueNode() instanceof MappingNode;
        if (!BY_NAME.containsKey(full) && !section) {
            throw new WrongSettingException("%s has the key %s, which names no setting%s"
                    .formatted(place(entry.getKeyNode().getStartMark()), full, Similar.hint(full, BY_NAME.keySet())));
        }
        if (section != mapping && !isEmpty(entry.getValueNode())) {
            throw new WrongSettingException("%s has the key %s, which %s"
                    .formatted(
                            place(entry.getKeyNode().getStartMark()),
                            full,
                            section ? "is a section and holds further keys" : "takes one value"));
        }
        walk(full, entry.getValueNode());
    }

    private void put(String path, ScalarNode scalar) {
        if (isEmpty(scalar)) {
            return;
        }
        Setting<?> setting = BY_NAME.get(path);
        if (setting == null) {
            throw new WrongSettingException("the file %s holds no settings, only text".formatted(file));
        }
        if (given.put(setting, new Given(scalar.getValue(), place(scalar.getStartMark()))) != null) {
            throw new WrongSettingException(
                    "%s has the key %s a second time".formatted(place(scalar.getStartMark()), path));
        }
    }

    private String place(Optional<Mark> mark) {
        return file + mark.map(found -> ", line " + (found.getLine() + 1)).orElse("");
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private static String name(String path) {
        return path.isEmpty() ? "what" : path;
    }
}
