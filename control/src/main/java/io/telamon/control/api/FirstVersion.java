package io.telamon.control.api;

import java.util.List;

/**
 * Version 1.0 of the API: the operations with which the dated versions began, at the same paths below another base, in the
 * form of their first date. It has no media types of its own. The access list was called {@code whitelist} before, and
 * answers under that name too.
 */
final class FirstVersion {

    private static final ResourceVersion FIRST_DATE = ResourceVersion.of("2023-01-01");
    private static final String ACCESS_LIST = "/accessList";
    private static final String FORMER_NAME = "/whitelist";

    private FirstVersion() {}

    /** What an operation of the dated API is in version 1.0: nothing, or an operation at one path or two. */
    static List<Operation> of(Operation dated) {
        boolean began = dated.surface() == ApiBase.ATLAS
                && dated.versions().getFirst().version().equals(FIRST_DATE);
        if (!began) {
            return List.of();
        }
        String path = dated.path().text();
        Operation same = at(path, dated);
        return path.contains(ACCESS_LIST)
                ? List.of(same, at(path.replace(ACCESS_LIST, FORMER_NAME), dated))
                : List.of(same);
    }

    /** The path of a resource for who uses an operation of version 1.0: the access list keeps the name that was asked for. */
    static String path(Operation operation, String path) {
        return ApiBase.ATLAS_V1.base()
                + (operation.path().text().contains(FORMER_NAME) ? path.replaceFirst(ACCESS_LIST, FORMER_NAME) : path);
    }

    private static Operation at(String path, Operation dated) {
        OperationDeclaration declared = dated.declaration();
        OperationDeclaration moved = new OperationDeclaration(
                declared.id(),
                ApiBase.ATLAS_V1,
                declared.method(),
                new PathTemplate(path),
                declared.versions(),
                declared.requirement(),
                declared.endpointSet(),
                declared.response(),
                declared.query(),
                declared.endsWithServerless());
        return new Operation(moved, dated.requirement(), dated.body(), dated.served(), dated.handler());
    }
}
