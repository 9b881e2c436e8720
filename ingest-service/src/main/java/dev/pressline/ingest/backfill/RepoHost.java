package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.PdsAnswer;
import dev.pressline.atproto.pds.RepoStatus;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.failure.InfrastructureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * Asks the PDS of an account, wherever that is now: it is looked up for each question, and anew
 * where the PDS does not have the repository. Throws {@link InfrastructureException} while nobody
 * answers. Thread-safe.
 */
@ApplicationScoped
class RepoHost {

    private final RepoAddress addresses;

    RepoHost(RepoAddress addresses) {
        this.addresses = addresses;
    }

    /** What the PDS gives; throws {@link RefusedException} where it gives nothing. */
    <T> T ask(Progress progress, Did did, Function<HttpUrl, PdsAnswer<T>> question) {
        return switch (answer(progress, did, question)) {
            case Given.Found<T>(T value) -> value;
            case Given.NotGiven<T>(String why) -> throw new RefusedException(why);
        };
    }

    /** What the PDS gives, or that it does not give it. */
    sealed interface Given<T> {

        /** What was asked for. */
        record Found<T>(T value) implements Given<T> {}

        /** Nothing, and why. */
        record NotGiven<T>(String why) implements Given<T> {}
    }

    /**
     * What the PDS gives of a repository; throws {@link RefusedException} where there is no such
     * repository, or it is not active.
     */
    <T> Given<T> answer(Progress progress, Did did, Function<HttpUrl, PdsAnswer<T>> question) {
        return progress.ask("reading " + did, () -> given(wherever(did, question)));
    }

    /** The state of an account at its PDS; empty where that does not tell. */
    Optional<RepoStatus> status(
            Progress progress, Did did, Function<HttpUrl, PdsAnswer<RepoStatus>> question) {
        return progress.ask(
                "asking for the state of " + did, () -> status(wherever(did, question)));
    }

    private static Optional<RepoStatus> status(PdsAnswer<RepoStatus> answer) {
        return switch (answer) {
            case PdsAnswer.Found<RepoStatus>(RepoStatus value) -> Optional.of(value);
            case PdsAnswer.NotThere<RepoStatus> no -> RepoStatus.ofError(no.error());
            case PdsAnswer.Refused<RepoStatus> no -> Optional.empty();
            case PdsAnswer.Unavailable<RepoStatus>(String why, Optional<Duration> after) ->
                    throw new InfrastructureException(why, after.orElse(RepoAddress.ASK_AGAIN));
        };
    }

    private <T> PdsAnswer<T> wherever(Did did, Function<HttpUrl, PdsAnswer<T>> question) {
        HttpUrl known = addresses.pds(did);
        PdsAnswer<T> answer = question.apply(known);
        if (!(answer instanceof PdsAnswer.NotThere<T> no && no.isOfRepository())) {
            return answer;
        }
        addresses.forget(did);
        HttpUrl now = addresses.pds(did);
        return now.equals(known) ? answer : question.apply(now);
    }

    private static <T> Given<T> given(PdsAnswer<T> answer) {
        return switch (answer) {
            case PdsAnswer.Found<T>(T value) -> new Given.Found<>(value);
            case PdsAnswer.NotThere<T> no when no.isOfRepository() ->
                    throw new RefusedException("the PDS answers " + no.why());
            case PdsAnswer.NotThere<T> no -> new Given.NotGiven<>("the PDS answers " + no.why());
            case PdsAnswer.Refused<T>(String why) -> new Given.NotGiven<>(why);
            case PdsAnswer.Unavailable<T>(String why, Optional<Duration> after) ->
                    throw new InfrastructureException(why, after.orElse(RepoAddress.ASK_AGAIN));
        };
    }
}
