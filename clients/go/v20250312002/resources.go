package main

import (
	"errors"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

// resources goes through what tools keep as resources beside clusters: each is made, read as it was made, changed, read as
// it was changed, and taken away.
func resources(suite *check.Suite, client *admin.APIClient, telamon check.Telamon, project string) {
	databaseUsers(suite, client, project)
	apiKeys(suite, client, telamon.OrgID, project)
	teams(suite, client, telamon.OrgID, project)
	network(suite, client, telamon.OrgID, project)
	projects(suite, client, telamon.OrgID, project)
}

// detailed is an error unless an answer was refused with that status and code, and its detail matches.
func detailed(err error, status int, code string, matches func(detail string) bool) error {
	if wrong := refused(err, status, code); wrong != nil {
		return wrong
	}
	typed, _ := admin.AsError(err)
	if !matches(typed.GetDetail()) {
		return errors.New("detail is " + typed.GetDetail())
	}
	return nil
}

// servedOrNot is an error unless an answer is what was asked for, or says that the operation is not served yet.
func servedOrNot(err error) error {
	if err == nil {
		return nil
	}
	return refused(err, 501, "NOT_IMPLEMENTED")
}
