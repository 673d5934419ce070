package io.telamon.gateway.dns;

import io.telamon.gateway.spi.directory.ServiceNames;
import io.telamon.gateway.spi.directory.ServiceNames.Service;
import io.telamon.gateway.spi.directory.ServiceNames.Target;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The records of the known names: SRV and TXT as drivers ask for them, and addresses. Other names are refused, not looked for. */
public final class Zone {

    private static final Logger LOG = LoggerFactory.getLogger(Zone.class);
    private static final String SERVICE = "_mongodb._tcp.";
    private static final int TTL = 60;

    private final ServiceNames names;

    /** Knows those names. */
    public Zone(ServiceNames names) {
        this.names = names;
    }

    /** The answer to a query, or nothing if the bytes are not one. */
    Optional<byte[]> answer(byte[] bytes) {
        try {
            Message query = new Message(bytes);
            Record question = query.getQuestion();
            if (query.getHeader().getFlag(Flags.QR) || question == null) {
                return Optional.empty();
            }
            return Optional.of(answer(query, question).toWire());
        } catch (IOException | RuntimeException e) {
            LOG.debug("not a DNS query that can be answered", e);
            return Optional.empty();
        }
    }

    private Message answer(Message query, Record question) throws TextParseException {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        if (query.getHeader().getFlag(Flags.RD)) {
            answer.getHeader().setFlag(Flags.RD);
        }
        answer.addRecord(question, Section.QUESTION);
        if (query.getHeader().getOpcode() != Opcode.QUERY || question.getDClass() != DClass.IN) {
            answer.getHeader().setRcode(Rcode.NOTIMP);
        } else {
            answer(question, answer);
        }
        return answer;
    }

    private void answer(Record question, Message answer) throws TextParseException {
        String asked = question.getName().toString(true).toLowerCase(Locale.ROOT);
        boolean service = asked.startsWith(SERVICE);
        Optional<Service> found = names.byName(service ? asked.substring(SERVICE.length()) : asked);
        if (found.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
            return;
        }
        if (service) {
            addTargets(question, found.get(), answer);
        } else {
            hostRecord(question, found.get()).ifPresent(record -> answer.addRecord(record, Section.ANSWER));
        }
    }

    private static void addTargets(Record question, Service service, Message answer) throws TextParseException {
        if (question.getType() != Type.SRV) {
            return;
        }
        for (Target target : service.targets()) {
            Name host = Name.fromString(target.host() + ".");
            answer.addRecord(
                    new SRVRecord(question.getName(), DClass.IN, TTL, 0, 0, target.port(), host), Section.ANSWER);
        }
    }

    private static Optional<Record> hostRecord(Record question, Service service) {
        Name name = question.getName();
        boolean short4 = service.address().getAddress().length == 4;
        return switch (question.getType()) {
            case Type.TXT -> Optional.of(new TXTRecord(name, DClass.IN, TTL, service.options()));
            case Type.A ->
                short4 ? Optional.of(new ARecord(name, DClass.IN, TTL, service.address())) : Optional.empty();
            case Type.AAAA ->
                short4 ? Optional.empty() : Optional.of(new AAAARecord(name, DClass.IN, TTL, service.address()));
            default -> Optional.empty();
        };
    }
}
