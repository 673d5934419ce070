// Values that nobody should send.

const CONTROLS = ["\0", "\u0001", "\b", "\t", "\n", "\r\n", "\u001b[2J", "\u007f", "\u0085", "\u2028", "\u202e", "\ufeff", "\ufffe"];

/** A text of a kind that programs stumble over. */
export function hostileText(choose) {
    return choose.weighted([
        [4, () => `a${choose.pick(CONTROLS)}b`],
        [1, () => choose.pick(CONTROLS)],
        [1, () => `a\0\n2026-11-26T09:09:09.000+0000 SEVERE  io.telamon: forged`],
        [2, () => choose.pick(["\ud800", "\udc00", "a\ud83d", "\udc00\ud800", "\ud83d\ude00"])],
        [2, () => ""],
        [2, () => " "],
        [1, () => "x".repeat(choose.pick([64, 65, 255, 256, 1025, 5000]))],
        [1, () => "é".repeat(choose.pick([64, 255, 1025]))],
        [2, () => choose.pick(["'; DROP TABLE organization; --", "<script>alert(1)</script>", "%s%n%x", "{{7*7}}", "${jndi:ldap://x}"])],
        [2, () => choose.pick(["..", ".", "/", "a/b", "a;b", ";a=b", "a%2fb", "a%253bb", "a?b", "a#b", "*", "\\", '"'])],
        [1, () => choose.pick(["null", "undefined", "NaN", "true", "0", "-1", "1e309"])],
        [1, () => choose.pick(["0.0.0.0/0", "::/0", "127.0.0.1", "1.2.3.4/33", "fe80::1%eth0", "::ffff:1.2.3.4/96"])],
        [1, () => choose.pick(["2026-01-01T00:00:00Z", "+999999999-12-31T23:59:59+18:00", "-999999999-01-01T00:00:00Z", "2026-02-30T00:00:00Z"])],
    ])();
}

/** A value of any JSON type. */
export function hostileValue(choose) {
    return choose.weighted([
        [4, () => hostileText(choose)],
        [3, () => choose.pick([0, -1, 1, 2147483648, -2147483649, 9007199254740993, 1e21, 1e308, 0.5, -0.0])],
        [2, () => null],
        [2, () => choose.pick([true, false])],
        [2, () => choose.pick([[], {}, [null], [[]], [{}], { "": "" }, { links: [] }])],
        [1, () => deep(choose.int(80))],
        [1, () => Array.from({ length: choose.pick([51, 201, 1001]) }, () => ({}))],
        [1, () => Object.fromEntries(Array.from({ length: choose.pick([51, 1001]) }, (_, i) => [`a${i}`, i]))],
    ])();
}

function deep(levels) {
    let value = 1;
    for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { a: value };
    return value;
}

/** A segment of a path or a part of a query, in an encoding of any kind; as a binary string. */
export function hostileSegment(choose) {
    return choose.weighted([
        [4, () => encodeText(hostileText(choose))],
        [2, () => choose.pick(["%00", "%0a", "%0d%0aX-Evil:%201", "%7f", "%c2%85", "%ff", "%c0%80", "%ed%a0%80", "%", "%z", "%4", "%u0041"])],
        [1, () => choose.pick(["", "..", ".", "%2e%2e", "%2f", "%252f", ";", ";a=b", "a;b", "%3b", "a+b", ":", "a:migrate", "~", "@"])],
        [1, () => choose.pick(["\xe9", "\xc3\xa9", "|", "{a}", "<a>", '"', "^", "`", "a\\b"])],
        [1, () => "a".repeat(choose.pick([300, 3000]))],
    ])();
}

/** The text percent-encoded; half surrogates as the three bytes that old encoders made of them. */
export function encodeText(text) {
    try {
        return encodeURIComponent(text);
    } catch {
        return "%ed%a0%80";
    }
}

/** Bytes that are no JSON of the form that anything takes. */
export function hostileBytes(choose, valid) {
    return choose.weighted([
        [2, () => Buffer.from(valid.slice(0, choose.int(valid.length + 1)))],
        [1, () => Buffer.alloc(0)],
        [1, () => Buffer.from(`\ufeff${valid}`)],
        [1, () => Buffer.from(valid, "utf16le")],
        [1, () => Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]), Buffer.from('"}')])],
        [1, () => Buffer.from("[".repeat(choose.pick([63, 65, 5000])))],
        [1, () => Buffer.from('{"a":'.repeat(choose.pick([63, 65, 5000])))],
        [1, () => Buffer.from(choose.pick(["null", "1", '"a"', "[]", "{}", "NaN", "[1,]", "{'a':1}", '{"a":1,"a":2}', "// a\n{}"]))],
        [1, () => Buffer.from(`{"name":${"9".repeat(choose.pick([20, 63, 65, 5000]))}}`)],
        [1, () => Buffer.from('{"name":1e999999999}')],
        [1, () => Buffer.from(`${valid} ${valid}`)],
        [1, () => Buffer.from(`{"${"n".repeat(choose.pick([999, 1001, 60000]))}":1}`)],
    ])();
}
