package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** What a deployment may send in place of one right reply. */
enum Misbehaviour implements FakeDeployment.Sender {
    TWICE_AT_ONCE {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(joined(reply.frame(), reply.frame()));
        }
    },
    TWICE_A_LITTLE_LATER {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException, InterruptedException {
            out.write(reply.frame());
            Thread.sleep(20);
            out.write(reply.frame());
        }
    },
    TOO_LATE {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException, InterruptedException {
            Thread.sleep(1_500);
            out.write(reply.frame());
        }
    },
    TO_THE_REQUEST_BEFORE {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(reply.frame(reply.request() - 1));
        }
    },
    TO_NO_REQUEST {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(reply.frame(0));
        }
    },
    HALF_AND_GONE {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(Arrays.copyOf(reply.frame(), reply.frame().length / 2));
            throw new IOException("enough");
        }
    },
    HALF_AND_SILENT {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(Arrays.copyOf(reply.frame(), reply.frame().length / 2));
        }
    },
    GARBAGE_BEHIND_IT {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(joined(reply.frame(), new byte[] {1, 2, 3}));
        }
    },
    GARBAGE_WITHIN_IT {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            byte[] frame = joined(reply.frame(), new byte[] {1, 2, 3});
            Wire.putInt32(frame, 0, frame.length);
            out.write(frame);
        }
    },
    A_BODY_LONGER_THAN_IT {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(changed(reply, Wire.SECTIONS + 1, length -> length + 64));
        }
    },
    A_BODY_THAT_IS_NO_BSON {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            byte[] frame = reply.frame();
            Arrays.fill(frame, Wire.SECTIONS + 5, frame.length, (byte) 0x7E);
            out.write(frame);
        }
    },
    LONGER_THAN_ALLOWED {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(changed(reply, 0, _ -> DeploymentConnection.LONGEST_FRAME + 1));
        }
    },
    SHORTER_THAN_A_HEADER {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(changed(reply, 0, _ -> 3));
        }
    },
    A_HEADER_ALONE {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(Arrays.copyOf(changed(reply, 0, _ -> Wire.HEADER), Wire.HEADER));
        }
    },
    OP_REPLY {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(changed(reply, 3 * Integer.BYTES, _ -> 1));
        }
    },
    UNKNOWN_FLAGS {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(changed(reply, Wire.HEADER, _ -> 1 << 2));
        }
    },
    A_STREAM {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            out.write(changed(reply, Wire.HEADER, _ -> Message.MORE_TO_COME));
        }
    },
    A_WRONG_CHECKSUM {
        @Override
        public void send(FakeDeployment.Reply reply, OutputStream out) throws IOException {
            byte[] frame = joined(changed(reply, Wire.HEADER, _ -> Message.CHECKSUM_PRESENT), new byte[4]);
            Wire.putInt32(frame, 0, frame.length);
            out.write(frame);
        }
    };

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The right reply with another number at that place. */
    static byte[] changed(FakeDeployment.Reply reply, int at, IntUnaryOperator change) {
        byte[] frame = reply.frame();
        Wire.putInt32(frame, at, change.applyAsInt(Wire.int32(frame, at)));
        return frame;
    }
}
