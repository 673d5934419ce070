// The Go SDK of March 2025, which knows flex clusters and still all of serverless, and calls with an API key or with the
// token of a service account.
package main

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

const missing = "111111111111111111111111"

var ctx = context.Background()

func main() {
	telamon := check.TelamonOfEnvironment()
	base := admin.UseBaseURL(telamon.BaseURL)
	digest := admin.UseDigestAuth(telamon.PublicKey, telamon.PrivateKey)
	serviceAccount := admin.UseOAuthAuth(ctx, telamon.ClientID, telamon.ClientSecret)

	check.Run("go v20250312002 digest", func(suite *check.Suite) { works(suite, telamon, base, digest) })
	check.Run("go v20250312002 service account", func(suite *check.Suite) {
		works(suite, telamon, base, serviceAccount)
		tokens(suite, telamon)
	})
}

func works(suite *check.Suite, telamon check.Telamon, modifiers ...admin.ClientModifier) {
	client, err := admin.NewClient(modifiers...)
	suite.Check("builds a client", func() error { return err })
	project := createsAProject(suite, client, telamon.OrgID)
	resources(suite, client, telamon, project)
	flex(suite, client, project)
	serverless(suite, client, project)
	endpoints(suite, client, telamon, project)
	suite.Check("deletes the project", func() error {
		_, err := client.ProjectsApi.DeleteProject(ctx, project).Execute()
		return err
	})
}

func createsAProject(suite *check.Suite, client *admin.APIClient, org string) string {
	var id string
	suite.Check("creates a project", func() error {
		draft := admin.NewGroup(0, time.Time{}, check.Named("sdk-2025-03"), org)
		draft.SetTags([]admin.ResourceTag{*admin.NewResourceTag("env", "test")})
		project, answer, err := client.ProjectsApi.CreateProject(ctx, draft).Execute()
		if err != nil {
			return err
		}
		id = project.GetId()
		return errors.Join(
			check.Equal("status", answer.StatusCode, 201),
			check.Equal("orgId", project.GetOrgId(), org),
			check.Equal("tags", len(project.GetTags()), 1))
	})
	suite.Check("has a project refused that nobody made", func() error {
		_, _, err := client.ProjectsApi.GetProject(ctx, missing).Execute()
		return refused(err, 404, "GROUP_NOT_FOUND")
	})
	return id
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
