package main

import (
	"errors"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"

	"telamon/check"
)

// network lets addresses into a project, and asks for those of the control plane.
func network(suite *check.Suite, client *admin.APIClient, org, project string) {
	suite.Check("lets an address range in, kept as it is written", func() error { return rangeLives(client, project) })
	suite.Check("finds an address and its range", func() error { return addressLives(client, project) })
	suite.Check("is told addresses of the control plane for a region", func() error {
		addresses, _, err := client.RootApi.ReturnAllControlPlaneIpAddresses(ctx).Execute()
		if err != nil {
			return err
		}
		outbound := addresses.GetOutbound()
		inbound := addresses.GetInbound()
		return errors.Join(
			check.True("there are some to AWS", len(outbound.GetAws()["us-east-1"]) > 0),
			check.True("there are some from AWS", len(inbound.GetAws()["us-east-1"]) > 0))
	})
}

func rangeLives(client *admin.APIClient, project string) error {
	const written, masked = "192.83.187.67/16", "192.83.0.0/16"
	api := client.ProjectIPAccessListApi
	entry := admin.NewNetworkPermissionEntry()
	entry.SetCidrBlock(written)
	entry.SetComment("the office")
	page, answer, err := api.CreateProjectIpAccessList(ctx, project, &[]admin.NetworkPermissionEntry{*entry}).Execute()
	if err != nil {
		return err
	}
	if err := errors.Join(
		check.Equal("status", answer.StatusCode, 201),
		check.Equal("entries", len(page.GetResults()), 1),
		found(client, project, written, written),
		found(client, project, masked, written)); err != nil {
		return err
	}
	return taken(client, project, written)
}

func addressLives(client *admin.APIClient, project string) error {
	const address, block = "203.0.113.7", "203.0.113.7/32"
	api := client.ProjectIPAccessListApi
	entry := admin.NewNetworkPermissionEntry()
	entry.SetIpAddress(address)
	if _, _, err := api.CreateProjectIpAccessList(ctx, project, &[]admin.NetworkPermissionEntry{*entry}).Execute(); err != nil {
		return err
	}
	if err := errors.Join(found(client, project, address, block), found(client, project, block, block)); err != nil {
		return err
	}
	return taken(client, project, address)
}

// found is an error unless an entry is found by that name, with that block.
func found(client *admin.APIClient, project, name, block string) error {
	entry, _, err := client.ProjectIPAccessListApi.GetProjectIpList(ctx, project, name).Execute()
	if err != nil {
		return err
	}
	return check.Equal("cidrBlock of "+name, entry.GetCidrBlock(), block)
}

// taken deletes an entry, which is not found from then on.
func taken(client *admin.APIClient, project, name string) error {
	api := client.ProjectIPAccessListApi
	if _, err := api.DeleteProjectIpAccessList(ctx, project, name).Execute(); err != nil {
		return err
	}
	_, _, err := api.GetProjectIpList(ctx, project, name).Execute()
	return refused(err, 404, "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND")
}
