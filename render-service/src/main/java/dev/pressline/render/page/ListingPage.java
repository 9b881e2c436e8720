package dev.pressline.render.page;

import java.util.List;

/**
 * One page of a listing. Immutable.
 *
 * @param channel what is listed
 * @param entries the documents of this page, newest first
 * @param number the number of this page, from 1
 * @param pages the number of pages, at least 1
 */
public record ListingPage(Channel channel, List<ListingEntry> entries, int number, int pages) {}
