import com.mongodb.ConnectionString;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Opens connections that say hello and then nothing, and keeps them until it is ended. Arguments: a connection string, and how many. */
public final class Idle {

    private static final int OP_MSG = 2013;

    private Idle() {}

    public static void main(String[] arguments) throws Exception {
        String[] host = new ConnectionString(arguments[0]).getHosts().getFirst().split(":");
        byte[] hello = hello();
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            Socket socket = new Socket(host[0], Integer.parseInt(host[1]));
            socket.getOutputStream().write(hello);
            read(socket);
            open.add(socket);
        }
        System.out.println(open.size() + " open");
        Thread.currentThread().join();
    }

    private static byte[] hello() {
        ByteBuffer body = new RawBsonDocument(BsonDocument.parse("{hello: 1, $db: 'admin'}"), new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        int length = 21 + body.remaining();
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(body)
                .array();
    }

    private static void read(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readFully(new byte[Integer.reverseBytes(in.readInt()) - Integer.BYTES]);
    }
}
