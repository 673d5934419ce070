// The Go SDK of October 2023, which knows serverless instances and no flex clusters, and asks for clusters in their
// version of February 2023.
package main

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/atlas-sdk/v20231001001/admin"

	"telamon/check"
)

const missing = "111111111111111111111111"

var ctx = context.Background()

func main() {
	check.Run("go v20231001001 digest", func(suite *check.Suite) {
		telamon := check.TelamonOfEnvironment()
		client, err := admin.NewClient(
			admin.UseBaseURL(telamon.BaseURL), admin.UseDigestAuth(telamon.PublicKey, telamon.PrivateKey))
		suite.Check("builds a client", func() error { return err })
		refusesAWrongKey(suite, telamon)

		project := createsAProject(suite, client, telamon.OrgID)
		serverless(suite, client, project)
		clusters(suite, client, project)
		endpoints(suite, client, telamon, project)
		deletesTheProject(suite, client, project)
	})
}

func refusesAWrongKey(suite *check.Suite, telamon check.Telamon) {
	suite.Check("has a wrong private key refused", func() error {
		stranger, err := admin.NewClient(
			admin.UseBaseURL(telamon.BaseURL), admin.UseDigestAuth(telamon.PublicKey, "not-the-private-key"))
		if err != nil {
			return err
		}
		_, _, err = stranger.ProjectsApi.ListProjects(ctx).Execute()
		return refused(err, 401, "UNEXPECTED_ERROR")
	})
}

func createsAProject(suite *check.Suite, client *admin.APIClient, org string) string {
	var id string
	suite.Check("creates a project", func() error {
		project, answer, err := client.ProjectsApi.
			CreateProject(ctx, admin.NewGroup(0, time.Time{}, check.Named("sdk-2023-10"), org)).
			Execute()
		if err != nil {
			return err
		}
		id = project.GetId()
		return errors.Join(
			check.Equal("status", answer.StatusCode, 201),
			check.Equal("orgId", project.GetOrgId(), org),
			check.True("the id has 24 digits", len(id) == 24))
	})
	suite.Check("has a project refused that nobody made", func() error {
		_, _, err := client.ProjectsApi.GetProject(ctx, missing).Execute()
		return refused(err, 404, "GROUP_NOT_FOUND")
	})
	return id
}

func deletesTheProject(suite *check.Suite, client *admin.APIClient, project string) {
	suite.Check("deletes the project", func() error {
		_, _, err := client.ProjectsApi.DeleteProject(ctx, project).Execute()
		return err
	})
}

// refused is an error unless the SDK understood an answer as its typed error with that status and code.
func refused(err error, status int, code string) error {
	typed, ok := admin.AsError(err)
	if !ok {
		return errors.Join(errors.New("not an ApiError"), err)
	}
	return errors.Join(
		check.Equal("error", typed.GetError(), status),
		check.Equal("errorCode", typed.GetErrorCode(), code),
		check.True("there is a detail", typed.GetDetail() != ""))
}
