package main

import (
	"errors"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

const none = "NONE"

// kind is a way in which a database user authenticates, as the four attributes that say it.
type kind struct {
	what, database, username string
	aws, ldap, oidc, x509    string
}

var kinds = []kind{
	{"with a password", "admin", "alice", none, none, none, none},
	{"of AWS IAM, a user", "$external", "arn:aws:iam::358363220050:user/alice", "USER", none, none, none},
	{"of AWS IAM, a role", "$external", "arn:aws:iam::358363220050:role/reports", "ROLE", none, none, none},
	{"of LDAP, a user", "$external", "CN=alice,OU=people,DC=example,DC=com", none, "USER", none, none},
	{"of LDAP, a group", "$external", "CN=people,OU=groups,DC=example,DC=com", none, "GROUP", none, none},
	{"of OIDC, a group", "admin", "64d613677e1ad50839cce4db/people", none, none, "IDP_GROUP", none},
	{"of OIDC, a user", "$external", "64d613677e1ad50839cce4db/alice", none, none, "USER", none},
	{"with a managed X.509 certificate", "$external", "CN=alice", none, none, none, "MANAGED"},
	{"with an X.509 certificate of theirs", "$external", "CN=alice,OU=people,O=example", none, none, none, "CUSTOMER"},
}

func databaseUsers(suite *check.Suite, client *admin.APIClient, project string) {
	api := client.DatabaseUsersApi
	for _, kind := range kinds {
		suite.Check("keeps a database user "+kind.what, func() error { return kind.lives(client, project) })
	}
	suite.Check("has a user of AWS IAM refused whose name is no ARN", func() error {
		wrong := kind{"", "$external", "alice", "USER", none, none, none}
		_, _, err := api.CreateDatabaseUser(ctx, project, wrong.draft(project, "read")).Execute()
		return refused(err, 400, "ATLAS_INVALID_AWS_IAM_ARN")
	})
	suite.Check("does not have certificates of a user taken for a user of that name", func() error {
		_, _, err := client.X509AuthenticationApi.ListDatabaseUserCertificates(ctx, project, "alice").Execute()
		return servedOrNot(err)
	})
}

func (k kind) lives(client *admin.APIClient, project string) error {
	api := client.DatabaseUsersApi
	created, answer, err := api.CreateDatabaseUser(ctx, project, k.draft(project, "read")).Execute()
	if err != nil {
		return err
	}
	if err := errors.Join(check.Equal("status", answer.StatusCode, 201), k.shown(created, project, "read"),
		k.got(client, project, "read")); err != nil {
		return err
	}
	change := k.draft(project, "readWrite")
	change.Password = nil
	if _, _, err := api.UpdateDatabaseUser(ctx, project, k.database, k.username, change).Execute(); err != nil {
		return err
	}
	if err := k.got(client, project, "readWrite"); err != nil {
		return err
	}
	if _, err := api.DeleteDatabaseUser(ctx, project, k.database, k.username).Execute(); err != nil {
		return err
	}
	_, _, err = api.GetDatabaseUser(ctx, project, k.database, k.username).Execute()
	return refused(err, 404, "USERNAME_NOT_FOUND")
}

// draft is a user as the Terraform provider sends it: all four attributes, and lists that are empty.
func (k kind) draft(project, role string) *admin.CloudDatabaseUser {
	user := admin.NewCloudDatabaseUser(k.database, project, k.username)
	user.SetAwsIAMType(k.aws)
	user.SetLdapAuthType(k.ldap)
	user.SetOidcAuthType(k.oidc)
	user.SetX509Type(k.x509)
	user.SetRoles([]admin.DatabaseUserRole{*admin.NewDatabaseUserRole("shop", role)})
	user.SetLabels([]admin.ComponentLabel{})
	user.SetScopes([]admin.UserScope{})
	if k.aws+k.ldap+k.oidc+k.x509 == none+none+none+none {
		user.SetPassword("not-a-common-one-7")
	}
	return user
}

func (k kind) got(client *admin.APIClient, project, role string) error {
	user, _, err := client.DatabaseUsersApi.GetDatabaseUser(ctx, project, k.database, k.username).Execute()
	if err != nil {
		return err
	}
	return k.shown(user, project, role)
}

// shown is an error unless a user is shown with all that was sent for it.
func (k kind) shown(user *admin.CloudDatabaseUser, project, role string) error {
	roles := user.GetRoles()
	return errors.Join(
		check.Equal("groupId", user.GetGroupId(), project),
		check.Equal("databaseName", user.GetDatabaseName(), k.database),
		check.Equal("username", user.GetUsername(), k.username),
		check.Equal("awsIAMType", user.GetAwsIAMType(), k.aws),
		check.Equal("ldapAuthType", user.GetLdapAuthType(), k.ldap),
		check.Equal("oidcAuthType", user.GetOidcAuthType(), k.oidc),
		check.Equal("x509Type", user.GetX509Type(), k.x509),
		check.True("there is no password", user.Password == nil),
		check.True("it has the one role", len(roles) == 1 && roles[0].RoleName == role && roles[0].DatabaseName == "shop"))
}
