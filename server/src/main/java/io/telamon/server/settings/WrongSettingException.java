package io.telamon.server.settings;

/** A setting that the server cannot start with. The message is one sentence for the operator and holds no secret. */
public final class WrongSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSettingException(String message) {
        super(message);
    }

    /** Of a value that is not one that the setting may have; the cause, which may repeat the value, is not kept. */
    static WrongSettingException of(Setting<?> setting, Given given, String expectation) {
        String value = setting.kind().secret().test(given.text()) ? "(not shown)" : '"' + given.text() + '"';
        return new WrongSettingException("the setting %s is %s, from %s; it must be %s"
                .formatted(setting.name(), value, given.origin(), expectation));
    }
}
