package main

import (
	"errors"
	"net/http"
	"strings"

	"go.mongodb.org/atlas-sdk/v20250312002/admin"
	"go.mongodb.org/atlas-sdk/v20250312002/auth"
	"go.mongodb.org/atlas-sdk/v20250312002/auth/clientcredentials"

	"telamon/check"
)

// tokens asks for the SDK's token directly, revokes it, and sees it refused from then on.
func tokens(suite *check.Suite, telamon check.Telamon) {
	suite.Check("has a wrong secret refused", func() error {
		_, err := accountOf(telamon, "mdb_sa_sk_not-the-secret-not-the-secret-not-the-secret").Token(ctx)
		return errors.Join(
			check.True("there is an error", err != nil),
			check.True("it says invalid_client", err != nil && strings.Contains(err.Error(), "invalid_client")))
	})
	suite.Check("revokes a token, which is refused at once", func() error {
		account := accountOf(telamon, telamon.ClientSecret)
		token, err := account.Token(ctx)
		if err != nil {
			return err
		}
		client, err := admin.NewClient(admin.UseHTTPClient(bearing(token)), admin.UseBaseURL(telamon.BaseURL))
		if err != nil {
			return err
		}
		_, _, before := client.ProjectsApi.ListProjects(ctx).Execute()
		revoked := account.RevokeToken(ctx, token)
		_, _, after := client.ProjectsApi.ListProjects(ctx).Execute()
		return errors.Join(before, revoked, refused(after, 401, "UNEXPECTED_ERROR"))
	})
}

func accountOf(telamon check.Telamon, secret string) *clientcredentials.Config {
	base := strings.TrimSuffix(telamon.BaseURL, "/")
	account := clientcredentials.NewConfig(telamon.ClientID, secret)
	account.TokenURL = base + clientcredentials.TokenAPIPath
	account.RevokeURL = base + clientcredentials.RevokeAPIPath
	return account
}

func bearing(token *auth.Token) *http.Client {
	return &http.Client{Transport: bearer{token}}
}

type bearer struct{ token *auth.Token }

func (b bearer) RoundTrip(request *http.Request) (*http.Response, error) {
	sent := request.Clone(request.Context())
	b.token.SetAuthHeader(sent)
	return http.DefaultTransport.RoundTrip(sent)
}
