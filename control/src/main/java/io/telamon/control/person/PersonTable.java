package io.telamon.control.person;

import io.telamon.control.model.PrincipalId;
import io.telamon.control.store.RecordArguments;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of people. */
final class PersonTable {

    private PersonTable() {}

    /** Inserts a person, unless there is one of that name; whether it did. */
    static boolean insert(Handle handle, Person person) {
        return handle.createUpdate("""
                        INSERT INTO person (id, username, first_name, last_name, country, mobile_number, created_at, last_auth)
                        VALUES (:id, :username, :firstName, :lastName, :country, :mobileNumber, :createdAt, :lastAuth)
                        ON CONFLICT DO NOTHING""")
                        .bindNamedArgumentFinder(RecordArguments.of(person))
                        .execute()
                == 1;
    }

    static Optional<Person> find(Handle handle, PrincipalId id) {
        return handle.createQuery("SELECT * FROM person WHERE id = :id")
                .bind("id", id)
                .mapTo(Person.class)
                .findOne();
    }

    static Optional<Person> findByName(Handle handle, String username) {
        return handle.createQuery("SELECT * FROM person WHERE lower(username) = lower(:username)")
                .bind("username", username)
                .mapTo(Person.class)
                .findOne();
    }

    static void update(Handle handle, Person person) {
        handle.createUpdate("""
                        UPDATE person SET first_name = :firstName, last_name = :lastName, country = :country,
                            mobile_number = :mobileNumber, last_auth = :lastAuth
                        WHERE id = :id""")
                .bindNamedArgumentFinder(RecordArguments.of(person))
                .execute();
    }

    /** Deletes a person who has neither an account nor an invitation any more. */
    static void deleteIfUnknown(Handle handle, PrincipalId id) {
        handle.createUpdate("""
                        DELETE FROM person WHERE id = :id AND first_name IS NULL
                        AND NOT EXISTS (SELECT 1 FROM organization_member WHERE person_id = :id)""").bind("id", id).execute();
    }
}
