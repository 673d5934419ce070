package main

import (
	"errors"
	"regexp"
	"strings"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

var (
	badLetters = regexp.MustCompile(`contains invalid characters\W+Allowable characters include`)
	tooLong    = regexp.MustCompile(`exceeded the maximum allowed length of \d+ characters`)
)

// projects changes what belongs to a project itself: limits and tags. It ends with a version whose end is announced.
func projects(suite *check.Suite, client *admin.APIClient, org, project string) {
	api := client.ProjectsApi
	suite.Check("sets a limit of the project and puts it back", func() error { return limitLives(client, project) })
	suite.Check("has a limit refused that does not exist", func() error {
		_, _, err := api.SetProjectLimit(ctx, "incorrect.name", project, admin.NewDataFederationLimit("incorrect.name", 1)).Execute()
		typed, _ := admin.AsError(err)
		return errors.Join(check.Equal("error", typed.GetError(), 404), check.Equal("reason", typed.GetReason(), "Not Found"))
	})
	suite.Check("is told what is wrong with a tag", func() error {
		letters := tagged(client, project, "test/test")
		length := tagged(client, project, strings.Repeat("a", 257))
		return errors.Join(
			detailed(letters, 400, "VALIDATION_ERROR", badLetters.MatchString),
			detailed(length, 400, "VALIDATION_ERROR", tooLong.MatchString))
	})
	suite.Check("changes the tags of the project", func() error {
		if err := tagged(client, project, "production"); err != nil {
			return err
		}
		got, _, err := api.GetProject(ctx, project).Execute()
		if err != nil {
			return err
		}
		tags := got.GetTags()
		return check.True("it has the one tag", len(tags) == 1 && tags[0].Value == "production")
	})
	suite.Check("has no version ended whose end is announced", func() error {
		_, _, err := client.OrganizationsApi.ListOrganizationInvitations(ctx, org).Execute()
		return servedOrNot(err)
	})
}

func limitLives(client *admin.APIClient, project string) error {
	const name = "atlas.project.deployment.clusters"
	api := client.ProjectsApi
	if _, _, err := api.SetProjectLimit(ctx, name, project, admin.NewDataFederationLimit(name, 40)).Execute(); err != nil {
		return err
	}
	set, _, err := api.GetProjectLimit(ctx, name, project).Execute()
	if err != nil {
		return err
	}
	if _, err := api.DeleteProjectLimit(ctx, name, project).Execute(); err != nil {
		return err
	}
	back, _, err := api.GetProjectLimit(ctx, name, project).Execute()
	if err != nil {
		return err
	}
	return errors.Join(
		check.Equal("value", set.GetValue(), 40),
		check.Equal("value afterwards", back.GetValue(), back.GetDefaultLimit()))
}

func tagged(client *admin.APIClient, project, value string) error {
	change := admin.NewGroupUpdate()
	change.SetTags([]admin.ResourceTag{*admin.NewResourceTag("env", value)})
	_, _, err := client.ProjectsApi.UpdateProject(ctx, project, change).Execute()
	return err
}
