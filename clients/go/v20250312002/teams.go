package main

import (
	"errors"
	"strings"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

// teams makes teams without members, as which both a list that is empty and none at all are sent, and gives one a project.
func teams(suite *check.Suite, client *admin.APIClient, org, project string) {
	api := client.TeamsApi
	suite.Check("makes a team with no list of members", func() error { return teamOf(client, org, nil) })
	suite.Check("makes a team with an empty list", func() error { return teamOf(client, org, []string{}) })
	var id string
	suite.Check("makes a team and renames it", func() error {
		team, _, err := api.CreateTeam(ctx, org, admin.NewTeam(check.Named("ops"), nil)).Execute()
		if err != nil {
			return err
		}
		id = team.GetId()
		name := check.Named("operators")
		if _, _, err := api.RenameTeam(ctx, org, id, admin.NewTeamUpdate(name)).Execute(); err != nil {
			return err
		}
		named, _, err := api.GetTeamByName(ctx, org, name).Execute()
		if err != nil {
			return err
		}
		return check.Equal("id by its name", named.GetId(), id)
	})
	suite.Check("gives the team roles in a project, and others", func() error { return teamInProject(client, project, id) })
	suite.Check("takes the team out of the project and deletes it", func() error {
		if _, err := api.RemoveProjectTeam(ctx, project, id).Execute(); err != nil {
			return err
		}
		if _, err := api.DeleteTeam(ctx, org, id).Execute(); err != nil {
			return err
		}
		_, _, err := api.GetTeamById(ctx, org, id).Execute()
		return refused(err, 404, "TEAM_NOT_FOUND")
	})
}

func teamOf(client *admin.APIClient, org string, members []string) error {
	api := client.TeamsApi
	draft := admin.NewTeam(check.Named("none"), members)
	team, answer, err := api.CreateTeam(ctx, org, draft).Execute()
	if err != nil {
		return err
	}
	got, _, err := api.GetTeamById(ctx, org, team.GetId()).Execute()
	if err != nil {
		return err
	}
	_, err = api.DeleteTeam(ctx, org, team.GetId()).Execute()
	return errors.Join(
		check.Equal("status", answer.StatusCode, 201),
		check.True("Location ends with its id", strings.HasSuffix(answer.Header.Get("Location"), "/teams/"+team.GetId())),
		check.Equal("name", got.GetName(), draft.Name),
		err)
}

func teamInProject(client *admin.APIClient, project, id string) error {
	api := client.TeamsApi
	added := admin.NewTeamRole()
	added.SetTeamId(id)
	added.SetRoleNames([]string{"GROUP_READ_ONLY"})
	if _, _, err := api.AddAllTeamsToProject(ctx, project, &[]admin.TeamRole{*added}).Execute(); err != nil {
		return err
	}
	change := admin.NewTeamRole()
	change.SetRoleNames([]string{"GROUP_OWNER"})
	if _, _, err := api.UpdateTeamRoles(ctx, project, id, change).Execute(); err != nil {
		return err
	}
	page, _, err := api.ListProjectTeams(ctx, project).Execute()
	if err != nil {
		return err
	}
	if err := check.Equal("teams", len(page.GetResults()), 1); err != nil {
		return err
	}
	team := page.GetResults()[0]
	return errors.Join(
		check.Equal("teamId", team.GetTeamId(), id),
		check.Equal("roleNames", strings.Join(team.GetRoleNames(), " "), "GROUP_OWNER"))
}
