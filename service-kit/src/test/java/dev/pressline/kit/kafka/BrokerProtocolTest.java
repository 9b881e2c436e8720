package dev.pressline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that answer anything with a byte of their own. */
class BrokerProtocolTest {

    private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 80};
    private static final byte[] KAFKA = {0, 0, 0, 10};

    private final List<ServerSocket> servers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
    }

    private String answering(byte[] answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        servers.add(server);
        Thread.ofVirtual().start(() -> answer(server, answer));
        return "127.0.0.1:" + server.getLocalPort();
    }

    private static void answer(ServerSocket server, byte[] answer) {
        try (Socket client = server.accept()) {
            client.getInputStream().readNBytes(14);
            client.getOutputStream().write(answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nobody() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + closed.getLocalPort();
        }
    }

    @Test
    void speaksTls_alertFromTheFirstThatAnswers_isTrue() throws IOException {
        assertThat(BrokerProtocol.speaksTls(List.of(nobody(), answering(ALERT)))).isTrue();
    }

    @Test
    void speaksTls_answerOfABroker_isFalse() throws IOException {
        assertThat(BrokerProtocol.speaksTls(List.of(answering(KAFKA)))).isFalse();
    }

    @Test
    void speaksTls_nobodyThereOrNoAddress_isFalse() throws IOException {
        assertThat(BrokerProtocol.speaksTls(List.of(nobody()))).isFalse();
        assertThat(BrokerProtocol.speaksTls(List.of(""))).isFalse();
        assertThat(BrokerProtocol.speaksTls(List.of("no.such.host.invalid:9092"))).isFalse();
    }
}
