package io.telamon.control.sample.data;

import java.util.List;
import java.util.Locale;
import org.bson.BsonDocument;

/** Customers of a bank, their accounts, and what they buy and sell. */
final class AnalyticsSamples {

    private static final String DATABASE = "sample_analytics";
    private static final int ACCOUNTS = 1746;
    private static final int FIRST_ACCOUNT = 51_080;
    private static final List<String> PRODUCTS =
            List.of("Derivatives", "InvestmentStock", "Brokerage", "Commodity", "CurrencyService", "InvestmentFund");
    private static final List<String> SYMBOLS = List.of("aaa", "bbb", "ccc", "ddd", "eee", "fff");
    private static final List<String> TIERS = List.of("Bronze", "Silver", "Gold", "Platinum");

    private AnalyticsSamples() {}

    static List<SampleCollection> all() {
        return List.of(
                new SampleCollection(DATABASE, "accounts", ACCOUNTS, AnalyticsSamples::account),
                new SampleCollection(DATABASE, "customers", 1000, AnalyticsSamples::customer),
                new SampleCollection(DATABASE, "transactions", ACCOUNTS, AnalyticsSamples::transactions));
    }

    private static BsonDocument account(Source source, int number) {
        return Fields.of(
                "account_id", account(number),
                "limit", source.between(7, 10) * 1000,
                "products", source.some(PRODUCTS, 1, 4));
    }

    private static BsonDocument customer(Source source, int number) {
        String name = source.fullName();
        Place place = source.place();
        String tier = source.hexadecimal(32);
        return Fields.of(
                "username", name.replace(" ", "").toLowerCase(Locale.ROOT) + number,
                "name", name,
                "address", source.street() + "\n" + place.city() + ", " + place.state() + " " + place.zipCode(source),
                "birthdate", source.moment(1940, 2000),
                "email", source.email(name),
                "active", source.percent(90),
                "accounts", source.list(1, 5, () -> account(source.between(0, ACCOUNTS - 1))),
                "tier_and_details",
                        Fields.of(
                                tier,
                                Fields.of(
                                        "tier",
                                        source.pick(TIERS),
                                        "id",
                                        tier,
                                        "active",
                                        true,
                                        "benefits",
                                        List.of("sports tickets", "concierge services"))));
    }

    private static BsonDocument transactions(Source source, int number) {
        List<BsonDocument> done = source.list(3, 12, () -> transaction(source));
        return Fields.of(
                "account_id", account(number),
                "transaction_count", done.size(),
                "bucket_start_date", source.moment(1985, 1990),
                "bucket_end_date", source.moment(2016, 2017),
                "transactions", done);
    }

    private static BsonDocument transaction(Source source) {
        int amount = source.between(1, 10_000);
        int price = source.between(1, 200);
        return Fields.of(
                "date", source.moment(1990, 2016),
                "amount", amount,
                "transaction_code", source.percent(50) ? "buy" : "sell",
                "symbol", source.pick(SYMBOLS),
                "price", Integer.toString(price),
                "total", Long.toString((long) amount * price));
    }

    private static int account(int number) {
        return FIRST_ACCOUNT + number * 7;
    }
}
