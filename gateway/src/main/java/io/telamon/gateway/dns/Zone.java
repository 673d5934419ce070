package io.telamon.gateway.dns;

import io.telamon.gateway.spi.directory.ServiceNames;
import io.telamon.gateway.spi.directory.ServiceNames.Service;
import io.telamon.gateway.spi.directory.ServiceNames.Target;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
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
        List<Record> records = service ? serviceRecords(question, found.get()) : hostRecords(question, found.get());
        records.forEach(record -> answer.addRecord(record, Section.ANSWER));
    }

    private static List<Record> serviceRecords(Record question, Service service) throws TextParseException {
        if (question.getType() != Type.SRV) {
            return List.of();
        }
        List<Record> records = new ArrayList<>();
        for (Target target : service.targets()) {
            Name host = Name.fromString(target.host() + ".");
            records.add(new SRVRecord(question.getName(), DClass.IN, TTL, 0, 0, target.port(), host));
        }
        return records;
    }

    /** Addresses and never a CNAME: the name has a TXT record, beside which there must be none (RFC 1034, section 3.6.2). */
    private static List<Record> hostRecords(Record question, Service service) {
        Name name = question.getName();
        return switch (question.getType()) {
            case Type.TXT -> List.of(new TXTRecord(name, DClass.IN, TTL, service.options()));
            case Type.A ->
                service.addresses().stream()
                        .filter(Inet4Address.class::isInstance)
                        .<Record>map(address -> new ARecord(name, DClass.IN, TTL, address))
                        .toList();
            case Type.AAAA ->
                service.addresses().stream()
                        .filter(Inet6Address.class::isInstance)
                        .<Record>map(address -> new AAAARecord(name, DClass.IN, TTL, address))
                        .toList();
            default -> List.of();
        };
    }
}
