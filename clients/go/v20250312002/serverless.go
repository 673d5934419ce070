package main

import (
	"errors"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

// serverless lives through the life of an instance at the stage of the calendar at which a flex cluster is behind it.
func serverless(suite *check.Suite, client *admin.APIClient, project string) {
	api := client.ServerlessInstancesApi
	name := check.Named("instance")
	var created *admin.ServerlessInstanceDescription

	suite.Check("creates a serverless instance", func() error {
		instance, answer, err := api.CreateServerlessInstance(ctx, project, draft(name)).Execute()
		if err != nil {
			return err
		}
		created = instance
		return errors.Join(
			check.Equal("status", answer.StatusCode, 201),
			check.Equal("name", instance.GetName(), name),
			check.Equal("stateName", instance.GetStateName(), "CREATING"),
			check.Equal("providerName", instance.ProviderSettings.GetProviderName(), "SERVERLESS"),
			check.Equal("effectiveInstanceSizeName", instance.ProviderSettings.GetEffectiveInstanceSizeName(), "FLEX"),
			check.Equal("links", len(instance.GetLinks()), 3))
	})
	suite.Check("waits until it is IDLE", func() error {
		return idle(client, project, name)
	})
	suite.Check("gets it as it was", func() error {
		instance, _, err := api.GetServerlessInstance(ctx, project, name).Execute()
		if err != nil {
			return err
		}
		return errors.Join(
			check.Equal("id", instance.GetId(), created.GetId()),
			check.Equal("createDate", instance.GetCreateDate(), created.GetCreateDate()),
			check.Equal("tags", len(instance.GetTags()), 1),
			check.Equal("standardSrv", instance.ConnectionStrings.GetStandardSrv(),
				created.ConnectionStrings.GetStandardSrv()))
	})
	suite.Check("sets its automatic indexes and reads them", func() error {
		_, err := client.PerformanceAdvisorApi.SetServerlessAutoIndexing(ctx, project, name).Enable(false).Execute()
		if err != nil {
			return err
		}
		enabled, _, err := client.PerformanceAdvisorApi.GetServerlessAutoIndexing(ctx, project, name).Execute()
		return errors.Join(err, check.Equal("automatic indexes", enabled, false))
	})
	suite.Check("has a second one of that name refused", func() error {
		_, _, err := api.CreateServerlessInstance(ctx, project, draft(name)).Execute()
		return refused(err, 400, "DUPLICATE_CLUSTER_NAME")
	})
	suite.Check("protects it", func() error {
		instance, _, err := api.UpdateServerlessInstance(ctx, project, name, protection(true)).Execute()
		if err != nil {
			return err
		}
		return check.Equal("stateName", instance.GetStateName(), "UPDATING")
	})
	suite.Check("has the deletion of a protected one refused", func() error {
		if err := idle(client, project, name); err != nil {
			return err
		}
		_, answer, err := api.DeleteServerlessInstance(ctx, project, name).Execute()
		return errors.Join(check.True("it is refused", err != nil), check.Equal("status", answer.StatusCode, 400))
	})
	suite.Check("lists by pages", func() error { return pages(client, project, name) })
	suite.Check("deletes it", func() error {
		if _, _, err := api.UpdateServerlessInstance(ctx, project, name, protection(false)).Execute(); err != nil {
			return err
		}
		if err := idle(client, project, name); err != nil {
			return err
		}
		_, answer, err := api.DeleteServerlessInstance(ctx, project, name).Execute()
		return errors.Join(err, check.Equal("status", answer.StatusCode, 202))
	})
	suite.Check("waits until it is gone", func() error { return gone(client, project, name) })
}

func draft(name string) *admin.ServerlessInstanceDescriptionCreate {
	draft := admin.NewServerlessInstanceDescriptionCreate(
		name, *admin.NewServerlessProviderSettings("AWS", "US_EAST_1"))
	draft.ProviderSettings.SetProviderName("SERVERLESS")
	draft.SetTags([]admin.ResourceTag{*admin.NewResourceTag("env", "test")})
	return draft
}

func protection(wanted bool) *admin.ServerlessInstanceDescriptionUpdate {
	update := admin.NewServerlessInstanceDescriptionUpdate()
	update.SetTerminationProtectionEnabled(wanted)
	return update
}

func idle(client *admin.APIClient, project, name string) error {
	return check.Eventually(func() error {
		instance, _, err := client.ServerlessInstancesApi.GetServerlessInstance(ctx, project, name).Execute()
		if err != nil {
			return err
		}
		return check.Equal("stateName", instance.GetStateName(), "IDLE")
	})
}

func gone(client *admin.APIClient, project, name string) error {
	return check.Eventually(func() error {
		_, answer, err := client.ServerlessInstancesApi.GetServerlessInstance(ctx, project, name).Execute()
		return errors.Join(check.True("it is refused", err != nil), check.Equal("status", answer.StatusCode, 404))
	})
}

// pages makes a second instance and finds both on pages of one.
func pages(client *admin.APIClient, project, name string) error {
	api := client.ServerlessInstancesApi
	other := check.Named("another")
	if _, _, err := api.CreateServerlessInstance(ctx, project, draft(other)).Execute(); err != nil {
		return err
	}
	found := map[string]bool{}
	for number := 1; number <= 2; number++ {
		page, _, err := api.ListServerlessInstances(ctx, project).ItemsPerPage(1).PageNum(number).Execute()
		if err != nil {
			return err
		}
		if err := errors.Join(
			check.Equal("totalCount", page.GetTotalCount(), 2),
			check.Equal("results", len(page.GetResults()), 1)); err != nil {
			return err
		}
		found[page.GetResults()[0].GetName()] = true
	}
	if err := idle(client, project, other); err != nil {
		return err
	}
	_, _, err := api.DeleteServerlessInstance(ctx, project, other).Execute()
	return errors.Join(err,
		check.True("both are on a page", found[name] && found[other]), gone(client, project, other))
}
