// The Go driver against the database behind a cluster.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

const suite = "Go driver 2"

var (
	passed int
	at     = map[string]any{}
	ctx    = context.Background()
)

func main() {
	text, err := os.ReadFile(os.Getenv("TELAMON_DRIVERS"))
	must(err)
	must(json.Unmarshal(text, &at))

	check("connects by the standard string and is who it says", connects)
	check("is refused with a wrong password", func() error { return refused("wrong", 8000) })
	check("is refused as a user of another project", func() error { return refused("foreign", 8000) })
	check("is not let in from an address that is not on the list", unlisted)
	check("creates, reads, updates and deletes", crud)
	check("lets a read-only user read, and not write", readOnly)
	check("reads a cursor of many batches in order", cursors)
	check("makes indexes, which may be unique", indexes)
	check("aggregates", aggregates)
	check("works in a session", sessions)
	check("runs 1000 operations at once", concurrent)
	check("is refused what the tier does not run", tier)
	check("meets the limits of names, nesting, pipelines, databases and collections", limits)
	check("meets the limit of storage, and may still delete", storage)
	check("waits at the limit of operations, and is not refused", rate)
	fmt.Printf("%s: %d passed, 0 failed\n", suite, passed)
}

func check(what string, holds func() error) {
	if err := holds(); err != nil {
		fmt.Printf("FAILED %s: %s\n       %v\n%s: %d passed, 1 failed\n", suite, what, err, suite, passed)
		os.Exit(1)
	}
	passed++
	fmt.Printf("ok     %s: %s\n", suite, what)
}

func must(err error) {
	if err != nil {
		fmt.Println("FAILED", suite+":", err)
		os.Exit(1)
	}
}

func using(who string, something func(*mongo.Client) error) error {
	client, err := mongo.Connect(options.Client().
		ApplyURI(at[who].(string)).
		SetServerSelectionTimeout(3 * time.Second))
	if err != nil {
		return err
	}
	defer func() { _ = client.Disconnect(ctx) }()
	return something(client)
}

// coded succeeds when an error has that code.
func coded(err error, code int) error {
	var failure mongo.ServerError
	if errors.As(err, &failure) && failure.HasErrorCode(code) {
		return nil
	}
	return fmt.Errorf("expected code %d, not %v", code, err)
}

func equal(actual, expected any) error {
	if !reflect.DeepEqual(actual, expected) {
		return fmt.Errorf("expected %v, not %v", expected, actual)
	}
	return nil
}

func connects() error {
	return using("admin", func(client *mongo.Client) error {
		var status struct {
			AuthInfo struct {
				AuthenticatedUsers []struct{ User, Db string }
			}
		}
		err := client.Database("admin").RunCommand(ctx, bson.D{{Key: "connectionStatus", Value: 1}}).Decode(&status)
		return errors.Join(err, equal(fmt.Sprint(status.AuthInfo.AuthenticatedUsers), "[{writer admin}]"))
	})
}

// refused succeeds when nobody is let in. The driver keeps the code of a failed authentication in its text alone.
func refused(who string, code int) error {
	return using(who, func(client *mongo.Client) error {
		err := client.Database("shop").Collection("things").FindOne(ctx, bson.D{}).Err()
		if err == nil || !strings.Contains(err.Error(), "bad auth : Authentication failed.") {
			return coded(err, code)
		}
		return nil
	})
}

func unlisted() error {
	return using("unlisted", func(client *mongo.Client) error {
		err := client.Ping(ctx, nil)
		if err == nil || !strings.Contains(err.Error(), "server selection error") {
			return fmt.Errorf("expected that no server is found, not %v", err)
		}
		return nil
	})
}

func crud() error {
	return using("admin", func(client *mongo.Client) error {
		things := client.Database("shop").Collection("things")
		_, err := things.InsertMany(ctx, []bson.M{{"_id": 1, "n": 1}, {"_id": 2, "n": 2}, {"_id": 3, "n": 3}})
		must(err)
		updated, err := things.UpdateMany(ctx, bson.M{"n": bson.M{"$gte": 2}}, bson.M{"$set": bson.M{"big": true}})
		must(err)
		_, err = things.ReplaceOne(ctx, bson.M{"_id": 9}, bson.M{"n": 9}, options.Replace().SetUpsert(true))
		must(err)
		deleted, err := things.DeleteOne(ctx, bson.M{"_id": 9})
		must(err)
		var two bson.M
		must(things.FindOne(ctx, bson.M{"_id": 2}).Decode(&two))
		count, err := things.CountDocuments(ctx, bson.M{"big": true})
		return errors.Join(err,
			equal(updated.ModifiedCount, int64(2)),
			equal(deleted.DeletedCount, int64(1)),
			equal(two, bson.M{"_id": int32(2), "n": int32(2), "big": true}),
			equal(count, int64(2)))
	})
}

func readOnly() error {
	return using("reader", func(client *mongo.Client) error {
		things := client.Database("shop").Collection("things")
		count, err := things.CountDocuments(ctx, bson.M{})
		must(err)
		_, err = things.InsertOne(ctx, bson.M{"_id": 4})
		return errors.Join(equal(count, int64(3)), coded(err, 8000))
	})
}

func cursors() error {
	return using("admin", func(client *mongo.Client) error {
		many := client.Database("shop").Collection("many")
		documents := make([]bson.M, 1000)
		for i := range documents {
			documents[i] = bson.M{"_id": i, "even": i%2 == 0}
		}
		_, err := many.InsertMany(ctx, documents)
		must(err)
		cursor, err := many.Find(ctx, bson.M{}, options.Find().SetBatchSize(100).SetSort(bson.M{"_id": 1}))
		must(err)
		var found []struct {
			ID int `bson:"_id"`
		}
		must(cursor.All(ctx, &found))
		for i, one := range found {
			if one.ID != i {
				return fmt.Errorf("%d is at %d", one.ID, i)
			}
		}
		return equal(len(found), 1000)
	})
}

func indexes() error {
	return using("admin", func(client *mongo.Client) error {
		indexed := client.Database("shop").Collection("indexed")
		_, err := indexed.Indexes().CreateOne(ctx, mongo.IndexModel{
			Keys: bson.M{"name": 1}, Options: options.Index().SetUnique(true),
		})
		must(err)
		_, err = indexed.InsertOne(ctx, bson.M{"name": "a"})
		must(err)
		_, err = indexed.InsertOne(ctx, bson.M{"name": "a"})
		if !mongo.IsDuplicateKeyError(err) {
			return fmt.Errorf("expected a duplicate key, not %v", err)
		}
		specifications, err := indexed.Indexes().ListSpecifications(ctx)
		return errors.Join(err, equal(len(specifications), 2))
	})
}

func aggregates() error {
	return using("admin", func(client *mongo.Client) error {
		cursor, err := client.Database("shop").Collection("many").Aggregate(ctx, bson.A{
			bson.M{"$match": bson.M{"_id": bson.M{"$lt": 100}}},
			bson.M{"$group": bson.M{"_id": "$even", "n": bson.M{"$sum": 1}}},
			bson.M{"$sort": bson.M{"_id": 1}},
		})
		must(err)
		var groups []bson.M
		must(cursor.All(ctx, &groups))
		return equal(groups, []bson.M{{"_id": false, "n": int32(50)}, {"_id": true, "n": int32(50)}})
	})
}

func sessions() error {
	return using("admin", func(client *mongo.Client) error {
		return client.UseSession(ctx, func(within context.Context) error {
			things := client.Database("shop").Collection("things")
			_, err := things.InsertOne(within, bson.M{"_id": "in a session"})
			must(err)
			return things.FindOne(within, bson.M{"_id": "in a session"}).Err()
		})
	})
}

func concurrent() error {
	return using("admin", func(client *mongo.Client) error {
		counters := client.Database("shop").Collection("counters")
		for i := range 10 {
			_, err := counters.InsertOne(ctx, bson.M{"_id": i, "n": 0})
			must(err)
		}
		err := atOnce(1000, func(i int) error {
			_, err := counters.UpdateOne(ctx, bson.M{"_id": i % 10}, bson.M{"$inc": bson.M{"n": 1}})
			return err
		})
		must(err)
		count, err := counters.CountDocuments(ctx, bson.M{"n": 100})
		return errors.Join(err, equal(count, int64(10)))
	})
}

func atOnce(times int, something func(int) error) error {
	failures := make([]error, times)
	var all sync.WaitGroup
	for i := range times {
		all.Add(1)
		go func() {
			defer all.Done()
			failures[i] = something(i)
		}()
	}
	all.Wait()
	return errors.Join(failures...)
}

func tier() error {
	return using("admin", func(client *mongo.Client) error {
		shop := client.Database("shop")
		things := shop.Collection("things")
		_, where := things.Find(ctx, bson.M{"$where": "true"})
		_, forever := things.Find(ctx, bson.M{}, options.Find().SetNoCursorTimeout(true))
		unknown := shop.RunCommand(ctx, bson.D{{Key: "noSuchCommand", Value: 1}}).Err()
		return errors.Join(coded(where, 8000), coded(forever, 8000), coded(unknown, 59))
	})
}

func limits() error {
	return using("narrow", func(client *mongo.Client) error {
		insert := func(database, collection string, document any) error {
			_, err := client.Database(database).Collection(collection).InsertOne(ctx, document)
			return err
		}
		must(insert("a", "x", bson.M{}))
		must(insert("b", "y", bson.M{}))
		deep := bson.M{"a": bson.M{"b": bson.M{"c": bson.M{"d": bson.M{"e": bson.M{"f": 1}}}}}}
		match := bson.M{"$match": bson.M{}}
		_, stages := client.Database("a").Collection("x").Aggregate(ctx, bson.A{match, match, match, match})
		err := errors.Join(
			coded(insert("elevenchars", "x", bson.M{}), 8000),
			coded(insert("a", strings.Repeat("c", 29), bson.M{}), 8000),
			coded(insert("a", "x", deep), 8000),
			coded(stages, 8000),
			coded(insert("c", "z", bson.M{}), 8000))
		must(client.Database("a").CreateCollection(ctx, "third"))
		return errors.Join(err, coded(client.Database("a").CreateCollection(ctx, "fourth"), 8000))
	})
}

func storage() error {
	return using("full", func(client *mongo.Client) error {
		things := client.Database("shop").Collection("things")
		documents := make([]bson.M, 20)
		for i := range documents {
			documents[i] = bson.M{"text": strings.Repeat("x", 5000)}
		}
		var err error
		for err == nil {
			_, err = things.InsertMany(ctx, documents)
			time.Sleep(200 * time.Millisecond)
		}
		deleted, failure := things.DeleteMany(ctx, bson.M{})
		must(failure)
		if deleted.DeletedCount == 0 {
			return errors.New("nothing is deleted")
		}
		return coded(err, 8000)
	})
}

func rate() error {
	return using("slow", func(client *mongo.Client) error {
		things := client.Database("shop").Collection("things")
		must(atOnce(60, func(i int) error {
			_, err := things.InsertOne(ctx, bson.M{"_id": i})
			return err
		}))
		count, err := things.CountDocuments(ctx, bson.M{})
		return errors.Join(err, equal(count, int64(60)))
	})
}
