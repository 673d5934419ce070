// The Go client of version 1.0 of the API, which older tools are built on: HashiCorp Vault, Crossplane, the legacy part of
// the Terraform provider. It sends an API key with each call and knows no dates of versions.
package main

import (
	"context"
	"errors"
	"net/http"

	"github.com/mongodb-forks/digest"
	atlas "go.mongodb.org/atlas/mongodbatlas"

	"telamon/check"
)

const missing = "111111111111111111111111"

var ctx = context.Background()

func main() {
	check.Run("go v1.0 digest", func(suite *check.Suite) {
		telamon := check.TelamonOfEnvironment()
		client := newClient(suite, telamon)

		project := createsAProject(suite, client, telamon.OrgID)
		accessList(suite, client, project)
		databaseUsers(suite, client, project)
		apiKeys(suite, client, telamon.OrgID, project)
		clusters(suite, client, project)
		deletesTheProject(suite, client, project)
	})
}

func newClient(suite *check.Suite, telamon check.Telamon) *atlas.Client {
	var client *atlas.Client
	suite.Check("builds a client", func() error {
		transport, err := digest.NewTransport(telamon.PublicKey, telamon.PrivateKey).Client()
		if err != nil {
			return err
		}
		client, err = atlas.New(transport, atlas.SetBaseURL(telamon.BaseURL))
		return err
	})
	return client
}

func createsAProject(suite *check.Suite, client *atlas.Client, org string) string {
	var id string
	suite.Check("creates a project", func() error {
		project, _, err := client.Projects.Create(ctx, &atlas.Project{Name: check.Named("v1"), OrgID: org}, nil)
		if err != nil {
			return err
		}
		id = project.ID
		return check.Equal("orgId", project.OrgID, org)
	})
	suite.Check("reads and lists it, and the organization", func() error {
		one, _, err := client.Projects.GetOneProject(ctx, id)
		if err != nil {
			return err
		}
		byName, _, err := client.Projects.GetOneProjectByName(ctx, one.Name)
		if err != nil {
			return err
		}
		all, _, err := client.Projects.GetAllProjects(ctx, &atlas.ListOptions{ItemsPerPage: 500})
		if err != nil {
			return err
		}
		organization, _, err := client.Organizations.Get(ctx, org)
		if err != nil {
			return err
		}
		return errors.Join(
			check.Equal("id by name", byName.ID, id),
			check.True("the list has it", all.TotalCount > 0),
			check.Equal("organization", organization.ID, org))
	})
	suite.Check("has a project refused that nobody made", func() error {
		_, _, err := client.Projects.GetOneProject(ctx, missing)
		return refused(err, 404, "GROUP_NOT_FOUND")
	})
	return id
}

func accessList(suite *check.Suite, client *atlas.Client, project string) {
	suite.Check("adds to the access list, under both of its names", func() error {
		_, _, err := client.ProjectIPAccessList.Create(ctx, project, []*atlas.ProjectIPAccessList{
			{CIDRBlock: "192.0.2.0/24", Comment: "new name"},
		})
		if err != nil {
			return err
		}
		formerly := "api/atlas/v1.0/groups/" + project + "/whitelist"
		entries := []*atlas.ProjectIPAccessList{{IPAddress: "198.51.100.7", Comment: "former name"}}
		if err = call(client, http.MethodPost, formerly, entries, nil); err != nil {
			return err
		}
		former, _, err := client.ProjectIPAccessList.Get(ctx, project, "198.51.100.7")
		if err != nil {
			return err
		}
		var all atlas.ProjectIPAccessLists
		if err = call(client, http.MethodGet, formerly, nil, &all); err != nil {
			return err
		}
		return errors.Join(
			check.Equal("comment", former.Comment, "former name"),
			check.Equal("entries", len(all.Results), 2))
	})
	suite.Check("deletes from it", func() error {
		_, err := client.ProjectIPAccessList.Delete(ctx, project, "192.0.2.0/24")
		return err
	})
}

func databaseUsers(suite *check.Suite, client *atlas.Client, project string) {
	suite.Check("makes, changes and deletes a database user", func() error {
		user := &atlas.DatabaseUser{
			DatabaseName: "admin",
			Username:     "vault",
			Password:     "correct-horse-battery",
			Roles:        []atlas.Role{{RoleName: "read", DatabaseName: "app"}},
		}
		if _, _, err := client.DatabaseUsers.Create(ctx, project, user); err != nil {
			return err
		}
		changed, _, err := client.DatabaseUsers.Update(ctx, project, "vault", &atlas.DatabaseUser{
			DatabaseName: "admin",
			Roles:        []atlas.Role{{RoleName: "readWrite", DatabaseName: "app"}},
		})
		if err != nil {
			return err
		}
		if _, err = client.DatabaseUsers.Delete(ctx, "admin", project, "vault"); err != nil {
			return err
		}
		_, _, err = client.DatabaseUsers.Get(ctx, "admin", project, "vault")
		return errors.Join(
			check.Equal("role", changed.Roles[0].RoleName, "readWrite"),
			refused(err, 404, "USERNAME_NOT_FOUND"))
	})
}

func apiKeys(suite *check.Suite, client *atlas.Client, org, project string) {
	suite.Check("makes an API key of the organization, with an access list, and assigns it", func() error {
		key, _, err := client.APIKeys.Create(ctx, org, &atlas.APIKeyInput{
			Desc: "v1", Roles: []string{"ORG_READ_ONLY"},
		})
		if err != nil {
			return err
		}
		_, _, err = client.AccessListAPIKeys.Create(ctx, org, key.ID, []*atlas.AccessListAPIKeysReq{
			{CidrBlock: "203.0.113.0/24"},
		})
		if err != nil {
			return err
		}
		var former atlas.AccessListAPIKeys
		if err = call(client, http.MethodGet, "api/atlas/v1.0/orgs/"+org+"/apiKeys/"+key.ID+"/whitelist", nil, &former); err != nil {
			return err
		}
		_, err = client.ProjectAPIKeys.Assign(ctx, project, key.ID, &atlas.AssignAPIKey{
			Roles: []string{"GROUP_READ_ONLY"},
		})
		if err != nil {
			return err
		}
		ofProject, _, err := client.ProjectAPIKeys.List(ctx, project, nil)
		if err != nil {
			return err
		}
		_, err = client.APIKeys.Delete(ctx, org, key.ID)
		return errors.Join(
			err,
			check.Equal("entries", len(former.Results), 1),
			check.Equal("keys of the project", len(ofProject), 1))
	})
}

func clusters(suite *check.Suite, client *atlas.Client, project string) {
	suite.Check("lists clusters and has one refused that nobody made", func() error {
		all, _, err := client.Clusters.List(ctx, project, nil)
		if err != nil {
			return err
		}
		_, _, err = client.Clusters.Get(ctx, project, "missing")
		return errors.Join(check.Equal("clusters", len(all), 0), refused(err, 404, "CLUSTER_NOT_FOUND"))
	})
}

func deletesTheProject(suite *check.Suite, client *atlas.Client, project string) {
	suite.Check("deletes the project", func() error {
		_, err := client.Projects.Delete(ctx, project)
		return err
	})
}

// call calls a path that this version of the client has no method for any more.
func call(client *atlas.Client, method, path string, body, answer any) error {
	request, err := client.NewRequest(ctx, method, path, body)
	if err != nil {
		return err
	}
	_, err = client.Do(ctx, request, answer)
	return err
}

// refused is an error unless the client understood an answer as its typed error with that status and code.
func refused(err error, status int, code string) error {
	var typed *atlas.ErrorResponse
	if !errors.As(err, &typed) {
		return errors.Join(errors.New("not an ErrorResponse"), err)
	}
	return errors.Join(
		check.Equal("status", typed.HTTPCode, status),
		check.Equal("errorCode", typed.ErrorCode, code))
}
