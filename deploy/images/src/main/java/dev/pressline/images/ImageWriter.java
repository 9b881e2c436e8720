package dev.pressline.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ContainerBuildPlan;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import dev.pressline.local.process.LaunchException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Makes images of plans, by Jib: as files, or in a registry, with the credentials that Docker's
 * configuration has for it.
 *
 * @param caches where layers are kept for the next time
 * @param log hears what goes wrong without being the end
 */
record ImageWriter(Path caches, Consumer<String> log) {

    /** Writes an image as a file in the layout of the OCI; returns its digest. */
    String write(ContainerBuildPlan plan, String name, Path file) {
        return containerize(
                plan,
                Containerizer.to(TarImage.at(file).named(reference(name)))
                        .setAllowInsecureRegistries(isBaseHere(plan)));
    }

    /** Pushes an image; returns its digest, of the whole list where it has several platforms. */
    String push(ContainerBuildPlan plan, String name) {
        ImageReference reference = reference(name);
        return containerize(
                plan,
                Containerizer.to(registry(reference))
                        .setAllowInsecureRegistries(isHere(reference) && isBaseHere(plan)));
    }

    private static boolean isBaseHere(ContainerBuildPlan plan) {
        String base = plan.getBaseImage();
        return isScratch(base) || isHere(reference(base));
    }

    private String containerize(ContainerBuildPlan plan, Containerizer to) {
        try {
            JibContainer made =
                    builder(plan)
                            .containerize(
                                    to.setToolName("pressline")
                                            .setApplicationLayersCache(caches.resolve("layers"))
                                            .setBaseImageLayersCache(caches.resolve("bases"))
                                            .addEventHandler(LogEvent.class, this::hear));
            return made.getDigest().toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while an image was made", e);
        } catch (Exception e) {
            throw new LaunchException("no image: " + causes(e), e);
        }
    }

    private JibContainerBuilder builder(ContainerBuildPlan plan) {
        return base(plan.getBaseImage())
                .setPlatforms(plan.getPlatforms())
                .setCreationTime(plan.getCreationTime())
                .setFormat(plan.getFormat())
                .setUser(plan.getUser())
                .setEnvironment(plan.getEnvironment())
                .setLabels(plan.getLabels())
                .setExposedPorts(plan.getExposedPorts())
                .setEntrypoint(plan.getEntrypoint())
                .setFileEntriesLayers(
                        plan.getLayers().stream().map(FileEntriesLayer.class::cast).toList());
    }

    private JibContainerBuilder base(String name) {
        return isScratch(name) ? Jib.fromScratch() : Jib.from(registry(reference(name)));
    }

    private static boolean isScratch(String base) {
        return base.equals(Base.SCRATCH.reference());
    }

    private static ImageReference reference(String name) {
        try {
            return ImageReference.parse(name);
        } catch (InvalidImageReferenceException e) {
            throw new LaunchException("no name of an image: " + name, e);
        }
    }

    private static RegistryImage registry(ImageReference reference) {
        CredentialRetrieverFactory credentials =
                CredentialRetrieverFactory.forImage(reference, event -> {});
        return RegistryImage.named(reference)
                .addCredentialRetriever(credentials.dockerConfig())
                .addCredentialRetriever(credentials.wellKnownCredentialHelpers());
    }

    /** Whether it is on this machine, where a certificate that nobody knows does no harm. */
    private static boolean isHere(ImageReference reference) {
        return reference.getRegistry().matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    }

    private void hear(LogEvent event) {
        switch (event.getLevel()) {
            case ERROR, WARN -> log.accept(event.getMessage());
            case LIFECYCLE, PROGRESS, INFO, DEBUG -> {}
        }
    }

    private static String causes(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : ": " + causes(cause));
    }
}
