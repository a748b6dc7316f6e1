package coffeebreak.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A line to a server on this machine over which every answer takes a while longer, as over a long cable: what is
/// under way at once is late at once, and nothing gets less.
final class SlowLine implements AutoCloseable {

    private final ServerSocket entrance;
    private final int server;
    private final Duration delay;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SlowLine(ServerSocket entrance, int server, Duration delay) {
        this.entrance = entrance;
        this.server = server;
        this.delay = delay;
    }

    /// @param server its port on loopback
    /// @param delay  by how much later each of its answers comes
    static SlowLine to(int server, Duration delay) throws IOException {
        SlowLine line = new SlowLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, delay);
        line.threads.execute(line::accept);
        return line;
    }

    /// Where to connect in place of the server.
    int port() {
        return entrance.getLocalPort();
    }

    private record Piece(byte[] bytes, long due) {}

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                threads.execute(() -> carry(client, behind, Duration.ZERO));
                threads.execute(() -> carry(behind, client, delay));
            } catch (IOException closed) {
                // the next connection is accepted, or none any more
            }
        }
    }

    private void carry(Socket from, Socket to, Duration later) {
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
        threads.execute(() -> handOver(pieces, to));
        byte[] buffer = new byte[64 * 1024];
        try (from) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                pieces.add(new Piece(Arrays.copyOf(buffer, read), System.nanoTime() + later.toNanos()));
            }
        } catch (IOException gone) {
            // said to the other side by the end of what comes
        }
        pieces.add(new Piece(new byte[0], System.nanoTime()));
    }

    private static void handOver(BlockingQueue<Piece> pieces, Socket to) {
        try (to) {
            for (Piece piece = pieces.take(); piece.bytes().length > 0; piece = pieces.take()) {
                TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
                to.getOutputStream().write(piece.bytes());
            }
        } catch (IOException gone) {
            // said to the other side by its own end
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
