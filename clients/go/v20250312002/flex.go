package main

import (
	"errors"
	"strings"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

// flex lives through the life of a flex cluster.
func flex(suite *check.Suite, client *admin.APIClient, project string) {
	api := client.FlexClustersApi
	name := check.Named("flex")
	var created *admin.FlexClusterDescription20241113

	suite.Check("creates a flex cluster", func() error {
		cluster, answer, err := api.CreateFlexCluster(ctx, project, flexDraft(name)).Execute()
		if err != nil {
			return err
		}
		created = cluster
		return errors.Join(
			check.Equal("status", answer.StatusCode, 201),
			check.Equal("media type", answer.Header.Get("Content-Type"),
				"application/vnd.atlas.2024-11-13+json;charset=utf-8"),
			check.Equal("stateName", cluster.GetStateName(), "CREATING"),
			check.Equal("providerName", cluster.ProviderSettings.GetProviderName(), "FLEX"),
			check.Equal("diskSizeGB", cluster.ProviderSettings.GetDiskSizeGB(), 5.0))
	})
	suite.Check("waits until it is IDLE", func() error { return flexIdle(client, project, name) })
	suite.Check("gets it as it was, with its hosts", func() error {
		cluster, _, err := api.GetFlexCluster(ctx, project, name).Execute()
		if err != nil {
			return err
		}
		return errors.Join(
			check.Equal("id", cluster.GetId(), created.GetId()),
			check.Equal("createDate", cluster.GetCreateDate(), created.GetCreateDate()),
			check.Equal("standardSrv", cluster.ConnectionStrings.GetStandardSrv(),
				created.ConnectionStrings.GetStandardSrv()),
			check.True("standard names hosts", strings.HasPrefix(cluster.ConnectionStrings.GetStandard(), "mongodb://")))
	})
	suite.Check("has a second one of that name refused", func() error {
		_, _, err := api.CreateFlexCluster(ctx, project, flexDraft(name)).Execute()
		return refused(err, 400, "DUPLICATE_CLUSTER_NAME")
	})
	suite.Check("tags and protects it", func() error {
		update := admin.NewFlexClusterDescriptionUpdate20241113()
		update.SetTags([]admin.ResourceTag{*admin.NewResourceTag("env", "test")})
		update.SetTerminationProtectionEnabled(true)
		cluster, _, err := api.UpdateFlexCluster(ctx, project, name, update).Execute()
		if err != nil {
			return err
		}
		return errors.Join(
			check.Equal("tags", len(cluster.GetTags()), 1),
			check.Equal("terminationProtectionEnabled", cluster.GetTerminationProtectionEnabled(), true),
			flexIdle(client, project, name))
	})
	suite.Check("has the deletion of a protected one refused", func() error {
		answer, err := api.DeleteFlexCluster(ctx, project, name).Execute()
		return errors.Join(check.True("it is refused", err != nil), check.Equal("status", answer.StatusCode, 400))
	})
	suite.Check("is sent away from the clusters API", func() error {
		_, _, err := client.ClustersApi.GetCluster(ctx, project, name).Execute()
		return refused(err, 400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API")
	})
	suite.Check("lists by pages", func() error { return flexPages(client, project, name) })
	suite.Check("deletes it and waits until it is gone", func() error {
		update := admin.NewFlexClusterDescriptionUpdate20241113()
		update.SetTerminationProtectionEnabled(false)
		if _, _, err := api.UpdateFlexCluster(ctx, project, name, update).Execute(); err != nil {
			return err
		}
		return errors.Join(flexIdle(client, project, name), flexDeleted(client, project, name))
	})
}

func flexDraft(name string) *admin.FlexClusterDescriptionCreate20241113 {
	return admin.NewFlexClusterDescriptionCreate20241113(
		name, *admin.NewFlexProviderSettingsCreate20241113("AWS", "US_EAST_1"))
}

func flexIdle(client *admin.APIClient, project, name string) error {
	return check.Eventually(func() error {
		cluster, _, err := client.FlexClustersApi.GetFlexCluster(ctx, project, name).Execute()
		if err != nil {
			return err
		}
		return check.Equal("stateName", cluster.GetStateName(), "IDLE")
	})
}

func flexDeleted(client *admin.APIClient, project, name string) error {
	answer, err := client.FlexClustersApi.DeleteFlexCluster(ctx, project, name).Execute()
	if err != nil {
		return err
	}
	return errors.Join(check.Equal("status", answer.StatusCode, 204), check.Eventually(func() error {
		_, _, err := client.FlexClustersApi.GetFlexCluster(ctx, project, name).Execute()
		return refused(err, 404, "CLUSTER_NOT_FOUND")
	}))
}

// flexPages makes a second cluster and finds both on pages of one.
func flexPages(client *admin.APIClient, project, name string) error {
	api := client.FlexClustersApi
	other := check.Named("other")
	if _, _, err := api.CreateFlexCluster(ctx, project, flexDraft(other)).Execute(); err != nil {
		return err
	}
	found := map[string]bool{}
	for number := 1; number <= 2; number++ {
		page, _, err := api.ListFlexClusters(ctx, project).ItemsPerPage(1).PageNum(number).Execute()
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
	return errors.Join(check.True("both are on a page", found[name] && found[other]),
		flexIdle(client, project, other), flexDeleted(client, project, other))
}
