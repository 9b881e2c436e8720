package dev.pressline.render.index;

import static dev.pressline.render.index.AccountBench.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.render.index.AccountBench.Event;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.Subscribed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the lists are told of the subscriptions of an account. */
class AccountSubscriptionsTest {

    private static final AtUri SUBSCRIPTION =
            AtUri.parse("at://" + Fixtures.DID + "/site.standard.graph.subscription/3lsub");

    private final AccountBench bench = new AccountBench();

    private static Event subscription(int rev, Optional<AtUri> publication) {
        return new Event(
                new EventKey.OfRecord(SUBSCRIPTION),
                rev,
                Optional.of(
                        new Subscription(
                                SUBSCRIPTION,
                                Optional.empty(),
                                Fixtures.rev(rev),
                                publication,
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Map.of())));
    }

    private static Optional<Subscribed> follows(int rev) {
        return Optional.of(new Subscribed(Fixtures.PUBLICATION, Fixtures.rev(rev)));
    }

    @Test
    void subscription_putThenDeleted_isToldOnceEachAndPrintsNothing() {
        // When
        bench.apply(subscription(1, Optional.of(Fixtures.PUBLICATION)));
        List<Optional<Subscribed>> put = bench.told(SUBSCRIPTION);
        List<PrintJob> printed = bench.flush();
        bench.apply(new Event(new EventKey.OfRecord(SUBSCRIPTION), 2, Optional.empty()));

        // Then
        assertThat(put).containsExactly(follows(1));
        assertThat(bench.told(SUBSCRIPTION)).containsExactly(Optional.empty());
        assertThat(bench.told(SUBSCRIPTION)).isEmpty();
        assertThat(printed).isEmpty();
        assertThat(bench.flush()).as("nothing else has its record key").isEmpty();
    }

    @Test
    void subscription_thatNamesNoPublication_isToldToBeNone() {
        // When
        bench.apply(subscription(1, Optional.empty()));

        // Then
        assertThat(bench.told(SUBSCRIPTION)).containsExactly(Optional.empty());
    }

    @Test
    void subscription_ofAHiddenAccount_isTakenBackAndComesBackWithIt() {
        // Given
        bench.apply(subscription(1, Optional.of(Fixtures.PUBLICATION)));
        bench.told(SUBSCRIPTION);

        // When
        bench.apply(account(2, false));
        bench.flush();
        List<Optional<Subscribed>> hidden = bench.told(SUBSCRIPTION);
        bench.apply(subscription(3, Optional.of(Fixtures.PUBLICATION)));
        List<Optional<Subscribed>> whileHidden = bench.told(SUBSCRIPTION);
        bench.apply(account(4, true));
        List<PrintJob> reactivated = bench.flush();

        // Then
        assertThat(hidden).containsExactly(Optional.empty());
        assertThat(whileHidden).containsExactly(Optional.empty());
        assertThat(bench.told(SUBSCRIPTION)).containsExactly(follows(3));
        assertThat(reactivated).as("who only reads has no page that could be gone").isEmpty();
    }
}
