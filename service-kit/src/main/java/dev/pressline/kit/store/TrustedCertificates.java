package dev.pressline.kit.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The authorities whose certificates a client of the store believes, and no others. Immutable.
 *
 * @param manager what judges the certificate of a server
 * @param sockets opens connections that are judged so
 */
record TrustedCertificates(X509TrustManager manager, SSLSocketFactory sockets) {

    /**
     * The authorities of a PEM file; throws {@link IllegalArgumentException} where it cannot be
     * read or holds none.
     */
    static TrustedCertificates read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw unusable(file, "it holds no certificate", null);
            }
            return of(certificates);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file, e.toString(), e);
        }
    }

    private static TrustedCertificates of(Collection<? extends Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        TrustManager[] managers = factory.getTrustManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return new TrustedCertificates(x509(managers), context.getSocketFactory());
    }

    private static X509TrustManager x509(TrustManager[] managers) {
        return Stream.of(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this JVM judges no certificates"));
    }

    private static IllegalArgumentException unusable(
            Path file, String why, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "pressline.store.trusted-certificates: " + file + " cannot be used: " + why, cause);
    }
}
