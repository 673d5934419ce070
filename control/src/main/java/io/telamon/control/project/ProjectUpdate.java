package io.telamon.control.project;

import io.telamon.control.api.Patch;
import io.telamon.control.organization.OrganizationName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client may change of a project; what it leaves out stays as it is.
 *
 * @param tags as a whole
 */
@Valid
public record ProjectUpdate(
        @Pattern(regexp = OrganizationName.PATTERN, message = OrganizationName.EXPECTATION) @Nullable
        String name,

        @Valid @Size(max = ProjectTag.MOST, message = "must have at most 50 tags") @Nullable
        List<ProjectTag> tags) {

    Project applied(Project before) {
        return Patch.applied(before, tags == null ? this : new ProjectUpdate(name, ProjectTag.distinct(tags)));
    }
}
