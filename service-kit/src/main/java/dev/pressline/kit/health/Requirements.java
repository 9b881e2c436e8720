package dev.pressline.kit.health;

import java.util.List;

/**
 * What a service needs before it starts to work; a bean of each service.
 *
 * @param topics topics that must answer
 * @param buckets buckets that must exist
 */
public record Requirements(List<String> topics, List<String> buckets) {}
