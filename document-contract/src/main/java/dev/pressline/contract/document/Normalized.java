package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A value of {@code pressline.normalized.v1}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Document.class, name = "document"),
    @Type(value = Publication.class, name = "publication"),
    @Type(value = Subscription.class, name = "subscription"),
    @Type(value = AccountState.class, name = "account")
})
public sealed interface Normalized permits Document, Publication, Subscription, AccountState {}
