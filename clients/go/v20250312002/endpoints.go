package main

import (
	"errors"
	"strings"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

// endpoints lives through the life of a private endpoint of a genuine serverless instance, which only the calendar's
// first stage makes.
func endpoints(suite *check.Suite, client *admin.APIClient, telamon check.Telamon, project string) {
	api := client.ServerlessPrivateEndpointsApi
	name := check.Named("genuine")
	var id string

	suite.Check("creates an instance before serverless ended", func() error {
		if err := telamon.SetCalendar("serverless"); err != nil {
			return err
		}
		_, _, err := client.ServerlessInstancesApi.CreateServerlessInstance(ctx, project, draft(name)).Execute()
		return errors.Join(err, telamon.SetCalendar("flex"), idle(client, project, name))
	})
	suite.Check("creates a private endpoint", func() error {
		request := admin.NewServerlessTenantCreateRequest()
		request.SetComment("from the SDK")
		endpoint, answer, err := api.CreateServerlessPrivateEndpoint(ctx, project, name, request).Execute()
		if err != nil {
			return err
		}
		id = endpoint.GetId()
		return errors.Join(
			check.Equal("status", answer.StatusCode, 201),
			check.Equal("status of the endpoint", endpoint.GetStatus(), "RESERVATION_REQUESTED"),
			check.Equal("comment", endpoint.GetComment(), "from the SDK"))
	})
	suite.Check("waits until it is RESERVED", func() error {
		return reaches(client, project, name, id, "RESERVED")
	})
	suite.Check("names the endpoint of the cloud", func() error {
		update := admin.NewServerlessTenantEndpointUpdate("AWS")
		update.SetCloudProviderEndpointId("vpce-0123456789abcdef0")
		endpoint, _, err := api.UpdateServerlessPrivateEndpoint(ctx, project, name, id, update).Execute()
		if err != nil {
			return err
		}
		return errors.Join(
			check.Equal("cloudProviderEndpointId", endpoint.GetCloudProviderEndpointId(), "vpce-0123456789abcdef0"),
			reaches(client, project, name, id, "AVAILABLE"))
	})
	suite.Check("lists it", func() error {
		list, _, err := api.ListServerlessPrivateEndpoints(ctx, project, name).Execute()
		if err != nil {
			return err
		}
		return errors.Join(check.Equal("endpoints", len(list), 1), check.Equal("id", list[0].GetId(), id))
	})
	suite.Check("finds its connection string at the instance", func() error {
		instance, _, err := client.ServerlessInstancesApi.GetServerlessInstance(ctx, project, name).Execute()
		if err != nil {
			return err
		}
		connections := instance.GetConnectionStrings()
		private := connections.GetPrivateEndpoint()
		if err := check.Equal("connection strings", len(private), 1); err != nil {
			return err
		}
		ends := private[0].GetEndpoints()
		return errors.Join(
			check.True("it names the endpoint", len(ends) == 1 && ends[0].GetEndpointId() == "vpce-0123456789abcdef0"),
			check.True("it is a string for drivers", strings.HasPrefix(private[0].GetSrvConnectionString(), "mongodb")))
	})
	suite.Check("deletes it and its instance", func() error {
		answer, err := api.DeleteServerlessPrivateEndpoint(ctx, project, name, id).Execute()
		if err != nil {
			return err
		}
		return errors.Join(check.Equal("status", answer.StatusCode, 204), endpointGone(client, project, name, id),
			deleted(client, project, name))
	})
	suite.Check("has an endpoint of a flex cluster refused", func() error {
		flex := check.Named("flex")
		if _, _, err := client.ServerlessInstancesApi.
			CreateServerlessInstance(ctx, project, draft(flex)).Execute(); err != nil {
			return err
		}
		_, _, err := api.CreateServerlessPrivateEndpoint(
			ctx, project, flex, admin.NewServerlessTenantCreateRequest()).Execute()
		return errors.Join(refused(err, 400, "NOT_SERVERLESS_TENANT_CLUSTER"),
			idle(client, project, flex), deleted(client, project, flex))
	})
}

func reaches(client *admin.APIClient, project, name, id, status string) error {
	return check.Eventually(func() error {
		endpoint, _, err := client.ServerlessPrivateEndpointsApi.
			GetServerlessPrivateEndpoint(ctx, project, name, id).Execute()
		if err != nil {
			return err
		}
		return check.Equal("status of the endpoint", endpoint.GetStatus(), status)
	})
}

func endpointGone(client *admin.APIClient, project, name, id string) error {
	return check.Eventually(func() error {
		_, answer, err := client.ServerlessPrivateEndpointsApi.
			GetServerlessPrivateEndpoint(ctx, project, name, id).Execute()
		return errors.Join(check.True("it is refused", err != nil), check.Equal("status", answer.StatusCode, 404))
	})
}

func deleted(client *admin.APIClient, project, name string) error {
	_, _, err := client.ServerlessInstancesApi.DeleteServerlessInstance(ctx, project, name).Execute()
	return errors.Join(err, gone(client, project, name))
}
