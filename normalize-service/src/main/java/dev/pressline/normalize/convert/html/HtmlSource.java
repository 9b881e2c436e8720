package dev.pressline.normalize.convert.html;

import dev.pressline.normalize.convert.source.ConversionContext;

/** What every reader of one HTML body shares. */
record HtmlSource(ConversionContext context, HtmlFootnotes footnotes) {}
