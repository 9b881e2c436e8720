package dev.pressline.local.cli;

import dev.pressline.local.process.LaunchException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in a line why something cannot run, and exits with {@value ExitCodes#FAILED}; what was not
 * foreseen is thrown on. Immutable.
 *
 * @param program the name before that line
 */
public record Explained(String program) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
            throws Exception {
        if (failure instanceof LaunchException) {
            command.getErr().println(program + ": " + failure.getMessage());
            return ExitCodes.FAILED;
        }
        throw failure;
    }
}
