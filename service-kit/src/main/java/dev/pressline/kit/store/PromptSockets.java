package dev.pressline.kit.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send at once what is written to them. The client writes a request in pieces of 8
 * KiB, and the last of them would else wait until the one before is acknowledged, with which the
 * store takes 40 milliseconds: an import does 46 documents a second instead of 33. Stateless.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1122#page-98">RFC 1122, 4.2.3.4: when to send
 *     data</a>
 */
final class PromptSockets extends SocketFactory {

    private static final SocketFactory SOCKETS = SocketFactory.getDefault();

    @Override
    public Socket createSocket() throws IOException {
        return prompt(SOCKETS.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(SOCKETS.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(SOCKETS.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return prompt(SOCKETS.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return prompt(SOCKETS.createSocket(host, port, localHost, localPort));
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
