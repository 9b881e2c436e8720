package dev.pressline.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.SocketFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptSocketsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /** The ways to ask for a socket. */
    private enum Way {
        UNCONNECTED {
            @Override
            Socket open(SocketFactory sockets, int port) throws IOException {
                return sockets.createSocket();
            }
        },
        BY_NAME {
            @Override
            Socket open(SocketFactory sockets, int port) throws IOException {
                return sockets.createSocket(LOOPBACK.getHostAddress(), port);
            }
        },
        BY_ADDRESS {
            @Override
            Socket open(SocketFactory sockets, int port) throws IOException {
                return sockets.createSocket(LOOPBACK, port);
            }
        },
        BY_NAME_FROM_HERE {
            @Override
            Socket open(SocketFactory sockets, int port) throws IOException {
                return sockets.createSocket(LOOPBACK.getHostAddress(), port, LOOPBACK, 0);
            }
        },
        BY_ADDRESS_FROM_HERE {
            @Override
            Socket open(SocketFactory sockets, int port) throws IOException {
                return sockets.createSocket(LOOPBACK, port, LOOPBACK, 0);
            }
        };

        abstract Socket open(SocketFactory sockets, int port) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void socket_howeverItIsAskedFor_sendsAtOnce(Way way) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Socket socket = way.open(new PromptSockets(), server.getLocalPort())) {
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(socket.isConnected()).isEqualTo(way != Way.UNCONNECTED);
        }
    }
}
