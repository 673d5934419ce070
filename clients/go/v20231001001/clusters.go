package main

import (
	"errors"

	"go.mongodb.org/atlas-sdk/v20231001001/admin"

	"telamon/check"
)

// clusters asks the clusters API for what it does not serve, which is how clients find out which API does.
func clusters(suite *check.Suite, client *admin.APIClient, project string) {
	suite.Check("is sent away from the clusters API with a flex cluster", func() error {
		name := check.Named("shown-in-both")
		if _, _, err := client.ServerlessInstancesApi.
			CreateServerlessInstance(ctx, project, draft(name)).Execute(); err != nil {
			return err
		}
		_, _, err := client.ClustersApi.GetCluster(ctx, project, name).Execute()
		return errors.Join(refused(err, 400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API"),
			idle(client, project, name), deleted(client, project, name))
	})
	suite.Check("finds no cluster of an unknown name", func() error {
		_, _, err := client.ClustersApi.GetCluster(ctx, project, "nobody-made-this").Execute()
		return refused(err, 404, "CLUSTER_NOT_FOUND")
	})
}
