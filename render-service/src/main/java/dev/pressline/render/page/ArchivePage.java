package dev.pressline.render.page;

import java.util.List;

/**
 * The list of the months of a channel. Immutable.
 *
 * @param channel the channel
 * @param months its months, newest first, those without a date last
 * @param isCut whether older months are left out
 */
public record ArchivePage(Channel channel, List<ArchiveMonth> months, boolean isCut) {}
