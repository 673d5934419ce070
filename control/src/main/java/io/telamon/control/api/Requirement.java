package io.telamon.control.api;

import java.util.Set;

/** Who may call an operation. */
public sealed interface Requirement {

    /** Anyone, without credentials. */
    record Nothing() implements Requirement {}

    /** Anyone with valid credentials; the operation itself shows only what the caller may see. */
    record Authentication() implements Requirement {}

    /** Holders of one of the roles in the organization that the path names as {@code orgId}. */
    record InOrganization(Set<Role> roles) implements Requirement {}

    /** Holders of one of the roles in the project that the path names as {@code groupId}. */
    record InProject(Set<Role> roles) implements Requirement {}

    /** Holders of the role in the organization that they belong to. */
    record OwnOrganization(Role role) implements Requirement {}

    /** Holders of the role in the organization that the installation began with, for what changes things for all. */
    record FirstOrganization(Role role) implements Requirement {}
}
