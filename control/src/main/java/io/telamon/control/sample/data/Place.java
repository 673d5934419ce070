package io.telamon.control.sample.data;

/**
 * A city.
 *
 * @param state its postal abbreviation
 * @param zip the first three digits of its postal codes
 */
record Place(String city, String state, String zip, double longitude, double latitude) {

    /** A postal code of the city. */
    String zipCode(Source source) {
        return zip + source.between(10, 99);
    }
}
