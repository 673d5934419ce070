package io.telamon.control.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ConstantDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds in class files where a refusal is made from an error code that the same expression names. */
final class ErrorCodeCalls {

    private static final String OWNER = ErrorCode.class.getName().replace('.', '/');

    /** A call of a method of {@link ErrorCode} that refuses or makes a refusal. */
    record Call(ErrorCode code, int parameters, String place) {}

    private final String place;
    private final Deque<ErrorCode> codes = new ArrayDeque<>();
    private final Deque<Integer> arrays = new ArrayDeque<>();
    private final List<Call> found = new ArrayList<>();
    private int constant;

    private ErrorCodeCalls(String place) {
        this.place = place;
    }

    /** Every such call in the class files of a folder. */
    static List<Call> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> of(file).stream())
                    .toList();
        }
    }

    private static List<Call> of(Path file) {
        try {
            ClassModel type = ClassFile.of().parse(file);
            return type.methods().stream().flatMap(method -> of(type, method)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Call> of(ClassModel type, MethodModel method) {
        ErrorCodeCalls calls = new ErrorCodeCalls(type.thisClass().asInternalName() + "." + method.methodName());
        method.code().ifPresent(code -> code.forEach(calls::read));
        return calls.found.stream();
    }

    /** Arrays of parameters are made and handed over one within the other, as expressions are. */
    private void read(CodeElement element) {
        switch (element) {
            case ConstantInstruction number -> constant = number(number.constantValue());
            case FieldInstruction field
            when isCode(field) -> codes.push(ErrorCode.valueOf(field.name().stringValue()));
            case NewReferenceArrayInstruction array -> arrays.push(constant);
            case InvokeInstruction call -> invoked(call);
            case InvokeDynamicInstruction reference when isOfCode(reference) -> refused(0);
            default -> {}
        }
    }

    private static int number(ConstantDesc value) {
        return value instanceof Integer number ? number : -1;
    }

    private static boolean isCode(FieldInstruction field) {
        return field.opcode() == Opcode.GETSTATIC
                && field.owner().asInternalName().equals(OWNER)
                && field.type().stringValue().equals("L" + OWNER + ";");
    }

    /** Whether it makes a function of a code, as {@code ErrorCode.X::about} does, whose calls have no parameters. */
    private static boolean isOfCode(InvokeDynamicInstruction reference) {
        return reference.type().stringValue().startsWith("(L" + OWNER + ";)");
    }

    private void invoked(InvokeInstruction call) {
        if (call.owner().asInternalName().equals(OWNER) && call.name().equalsString("refuseOutside")) {
            refused(0);
            return;
        }
        if (!call.type().stringValue().contains("[Ljava/lang/Object;)")) {
            return;
        }
        int parameters = Objects.requireNonNullElse(arrays.poll(), -1);
        if (call.owner().asInternalName().equals(OWNER)) {
            refused(parameters);
        }
    }

    private void refused(int parameters) {
        ErrorCode code = codes.poll();
        if (code != null) {
            found.add(new Call(code, parameters, place));
        }
    }
}
