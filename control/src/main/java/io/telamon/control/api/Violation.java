package io.telamon.control.api;

/**
 * One thing wrong with a request body.
 *
 * @param field path of the attribute, for example {@code providerSettings.regionName} or {@code tags[2].key}
 * @param description what is wrong and what would be right
 */
public record Violation(String field, String description) {

    /**
     * The attribute's own name, {@code regionName} and {@code key} in the examples: what the service names as the
     * parameter of its error, as reported. The whole path where no attribute has a name.
     */
    public String attribute() {
        String last = field.substring(field.lastIndexOf('.') + 1);
        int index = last.indexOf('[');
        return index > 0 ? last.substring(0, index) : last;
    }
}
