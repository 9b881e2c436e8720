package dev.pressline.render.job;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;

/**
 * What the list of an account has to know of a subscription. Immutable.
 *
 * @param publication the publication that the account follows
 * @param rev the version of the subscription
 */
public record Subscribed(AtUri publication, Tid rev) {}
