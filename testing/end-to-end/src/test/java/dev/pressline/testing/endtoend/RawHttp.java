package dev.pressline.testing.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connections to a loopback port that say whatever bytes they like. Stateless. */
final class RawHttp {

    /** Only so that a test ends: no right answer takes as long. */
    private static final int LONGEST_SILENCE_MILLIS = 60_000;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");

    private RawHttp() {}

    /** The statuses of all answers to these bytes until the server ends the connection. */
    static List<Integer> answers(int port, byte[] bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            // ended by the server, which is as good
        }
        List<Integer> statuses = new ArrayList<>();
        Matcher status = STATUS.matcher(answer.toString(StandardCharsets.ISO_8859_1));
        while (status.find()) {
            statuses.add(Integer.parseInt(status.group(1)));
        }
        return statuses;
    }

    /** A connection that has begun the head of a request, and will not end it. */
    static Socket begun(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        drip(socket, "GET / HTTP/1.1\r\nHost: a\r\n");
        return socket;
    }

    /** Says a little more. */
    static void drip(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
