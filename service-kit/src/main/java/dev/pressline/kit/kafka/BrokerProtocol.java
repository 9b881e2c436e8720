package dev.pressline.kit.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.common.KafkaException;

/**
 * What brokers speak on a port. A Kafka client without TLS takes the alert of a broker with TLS for
 * the length of an answer, and runs out of memory over it; so that is asked first. Stateless.
 */
final class BrokerProtocol {

    private static final int TIMEOUT_MILLIS = 2_000;

    /** The first byte of a record of TLS that says what is wrong. */
    private static final int TLS_ALERT = 0x15;

    private static final short API_VERSIONS = 18;
    private static final short NO_CLIENT_ID = -1;

    private BrokerProtocol() {}

    /**
     * Whether the first of these bootstrap servers that answers a request without TLS answers with
     * an alert of TLS. False where none answers.
     */
    static boolean speaksTls(List<String> bootstrapServers) {
        for (InetSocketAddress address : resolved(bootstrapServers)) {
            try {
                return firstByte(address) == TLS_ALERT;
            } catch (IOException e) {
                // the next one may answer
            }
        }
        return false;
    }

    private static List<InetSocketAddress> resolved(List<String> bootstrapServers) {
        try {
            return ClientUtils.parseAndValidateAddresses(bootstrapServers, "use_all_dns_ips");
        } catch (KafkaException e) {
            return List.of();
        }
    }

    private static int firstByte(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request());
            return socket.getInputStream().read();
        }
    }

    /** The request that every broker answers before it knows who asks: version 0, no client. */
    private static byte[] request() {
        int length = 3 * Short.BYTES + Integer.BYTES;
        return ByteBuffer.allocate(Integer.BYTES + length)
                .putInt(length)
                .putShort(API_VERSIONS)
                .putShort((short) 0)
                .putInt(0)
                .putShort(NO_CLIENT_ID)
                .array();
    }
}
