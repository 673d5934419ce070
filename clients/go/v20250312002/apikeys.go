package main

import (
	"errors"
	"strings"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

// apiKeys makes keys in the organization, in whose project they get roles by a change alone, and in a project.
func apiKeys(suite *check.Suite, client *admin.APIClient, org, project string) {
	api := client.ProgrammaticAPIKeysApi
	var id string
	suite.Check("makes an API key in the organization", func() error {
		draft := admin.NewCreateAtlasOrganizationApiKey("reports", []string{"ORG_MEMBER"})
		key, _, err := api.CreateApiKey(ctx, org, draft).Execute()
		if err != nil {
			return err
		}
		id = key.GetId()
		return errors.Join(
			check.Equal("desc", key.GetDesc(), "reports"),
			check.True("it has its private key", key.GetPrivateKey() != ""))
	})
	suite.Check("gives it a role in a project that it was not in", func() error { return assigned(client, project, id) })
	suite.Check("takes it out of the project and finds it in the organization", func() error {
		if _, err := api.RemoveProjectApiKey(ctx, project, id).Execute(); err != nil {
			return err
		}
		key, _, err := api.GetApiKey(ctx, org, id).Execute()
		if err != nil {
			return err
		}
		return check.Equal("roles in the project", len(rolesIn(project, key)), 0)
	})
	suite.Check("keeps an address range of it as it is written", func() error { return keyRange(client, org, id) })
	suite.Check("deletes it", func() error {
		if _, err := api.DeleteApiKey(ctx, org, id).Execute(); err != nil {
			return err
		}
		_, _, err := api.GetApiKey(ctx, org, id).Execute()
		return refused(err, 404, "API_KEY_NOT_FOUND")
	})
	suite.Check("is told of a role that does not exist", func() error {
		draft := admin.NewCreateAtlasProjectApiKey("reports", []string{"INVALID_ROLE"})
		_, _, err := api.CreateProjectApiKey(ctx, project, draft).Execute()
		return detailed(err, 400, "VALIDATION_ERROR", func(detail string) bool {
			return strings.Contains(detail, "Invalid role")
		})
	})
}

func assigned(client *admin.APIClient, project, id string) error {
	api := client.ProgrammaticAPIKeysApi
	for _, role := range []string{"GROUP_READ_ONLY", "GROUP_OWNER"} {
		change := admin.NewUpdateAtlasProjectApiKey()
		change.SetRoles([]string{role})
		key, _, err := api.UpdateApiKeyRoles(ctx, project, id, change).Execute()
		if err != nil {
			return err
		}
		if err := check.Equal("roles in the project", strings.Join(rolesIn(project, key), " "), role); err != nil {
			return err
		}
	}
	page, _, err := api.ListProjectApiKeys(ctx, project).Execute()
	if err != nil {
		return err
	}
	for _, key := range page.GetResults() {
		if key.GetId() == id {
			return check.Equal("roles in the list", strings.Join(rolesIn(project, &key), " "), "GROUP_OWNER")
		}
	}
	return errors.New("the project does not list the key")
}

func rolesIn(project string, key *admin.ApiKeyUserDetails) []string {
	var roles []string
	for _, role := range key.GetRoles() {
		if role.GetGroupId() == project {
			roles = append(roles, role.GetRoleName())
		}
	}
	return roles
}

func keyRange(client *admin.APIClient, org, id string) error {
	api := client.ProgrammaticAPIKeysApi
	entry := admin.NewUserAccessListRequest()
	entry.SetCidrBlock("10.1.2.3/16")
	if _, _, err := api.CreateApiKeyAccessList(ctx, org, id, &[]admin.UserAccessListRequest{*entry}).Execute(); err != nil {
		return err
	}
	got, _, err := api.GetApiKeyAccessList(ctx, org, "10.1.2.3/16", id).Execute()
	if err != nil {
		return err
	}
	_, err = api.DeleteApiKeyAccessListEntry(ctx, org, id, "10.1.2.3/16").Execute()
	return errors.Join(check.Equal("cidrBlock", got.GetCidrBlock(), "10.1.2.3/16"), err)
}
