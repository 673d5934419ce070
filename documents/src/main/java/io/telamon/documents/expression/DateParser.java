package io.telamon.documents.expression;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a date from text without a format: the forms of ISO 8601, and the common ones with names of months. */
final class DateParser {
    private static final String TIME =
            "(?:(?:[ T]|\\s+|t)(?<h>\\d{1,2})(?::?(?<i>\\d{2})(?::?(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?)?(?<ap>\\s*[ap]\\.?m\\.?)?)?"
                    + "\\s*(?<z>[zZ]|UTC|GMT|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?|[A-Z]{3,4}|[A-Z][A-Za-z_]+/[A-Za-z_/]+)?";
    private static final String MONTH =
            "(?<b>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String WEEK_DAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";
    private static final List<Pattern> FORMS = List.of(
            form("(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})"),
            form("(?<y>\\d{4})/(?<m>\\d{1,2})/(?<d>\\d{1,2})"),
            form("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})"),
            form("(?<y>\\d{4})-?W(?<w>\\d{2})(?:-?(?<wd>\\d))?"),
            form("(?<y>\\d{4})[.-]?(?<doy>\\d{3})"),
            form("(?<y>\\d{4})-(?<m>\\d{2})"),
            form("(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4})"),
            form("(?<d>\\d{1,2})[.-](?<m>\\d{1,2})[.-](?<y>\\d{4})"),
            form(WEEK_DAY + "(?<d>\\d{1,2})(?:st|nd|rd|th)?[ .-]*" + MONTH + "[ .,-]*(?<y>\\d{4})"),
            form(WEEK_DAY + MONTH + "[ .-]*(?<d>\\d{1,2})(?:st|nd|rd|th)?[ ,.-]+(?<y>\\d{4})"),
            form(MONTH + "[ .-]*(?<y>\\d{4})"),
            form("(?<y>\\d{4})[ .-]*" + MONTH + "[ .-]*(?<d>\\d{1,2})"),
            Pattern.compile(
                    WEEK_DAY + MONTH + "\\s+(?<d>\\d{1,2})" + TIME + "\\s+(?<y>\\d{4})", Pattern.CASE_INSENSITIVE));

    private static final Pattern BLANK = Pattern.compile("^[\\s\\x00\\xa0]+|[\\s\\x00\\xa0]+$");

    private DateParser() {}

    private static Pattern form(String date) {
        return Pattern.compile("\\s*" + date + "(?:,)?" + TIME + "\\s*", Pattern.CASE_INSENSITIVE);
    }

    static long parse(String text, TimeZones zone) {
        return parse(text, zone, false);
    }

    /** The milliseconds since 1970; error 241 when the text is no date, or names a zone although one is given. */
    static long parse(String text, TimeZones zone, boolean zoneGiven) {
        String stripped = BLANK.matcher(text).replaceAll("");
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(stripped);
            if (matcher.matches()) {
                return date(text, matcher, zone, zoneGiven);
            }
        }
        throw Conversion.failure("Error parsing date string '" + text + "'");
    }

    private static long date(String text, Matcher matcher, TimeZones zone, boolean zoneGiven) {
        DateFields fields = new DateFields(text);
        boolean isWeek = group(matcher, "w") != null;
        if (isWeek) {
            fields.isoYear = number(matcher, "y", -1);
        } else {
            fields.year = number(matcher, "y", -1);
        }
        fields.isoWeek = number(matcher, "w", -1);
        fields.isoDay = number(matcher, "wd", -1);
        fields.dayOfYear = number(matcher, "doy", -1);
        String month = group(matcher, "b");
        fields.month = month == null ? number(matcher, "m", -1) : new DateFields(month).monthName();
        fields.day = number(matcher, "d", -1);
        fields.hour = hour(matcher);
        fields.minute = number(matcher, "i", 0);
        fields.second = number(matcher, "s", 0);
        String fraction = group(matcher, "f");
        fields.millisecond = fraction == null ? 0 : new DateFields(fraction).fraction();
        zone(matcher, fields);
        fields.skipAll();
        return fields.finish(zone, zoneGiven);
    }

    private static int hour(Matcher matcher) {
        int hour = number(matcher, "h", 0);
        String half = group(matcher, "ap");
        if (half == null) {
            return hour;
        }
        boolean afternoon = half.strip().toLowerCase(Locale.ROOT).startsWith("p");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static void zone(Matcher matcher, DateFields fields) {
        String name = group(matcher, "z");
        if (name == null) {
            return;
        }
        DateFields reader = new DateFields(normalized(name));
        reader.offset();
        fields.setZoneOf(reader);
    }

    private static String normalized(String name) {
        if (name.equalsIgnoreCase("utc") || name.equalsIgnoreCase("gmt")) {
            return "UTC";
        }
        String offset = name.startsWith("GMT") || name.startsWith("UTC") ? name.substring(3) : name;
        boolean oneDigit = offset.matches("[+-]\\d(?::\\d{2})?");
        return oneDigit ? offset.charAt(0) + "0" + offset.substring(1) : offset;
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
    }

    private static int number(Matcher matcher, String name, int otherwise) {
        String digits = group(matcher, name);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
