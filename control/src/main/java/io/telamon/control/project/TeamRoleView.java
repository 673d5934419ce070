package io.telamon.control.project;

import io.telamon.control.api.Link;
import io.telamon.control.api.Role;
import java.util.List;

/** A team of a project as the API shows it. */
record TeamRoleView(List<Link> links, List<Role> roleNames, String teamId) {}
