package check

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

// Telamon is the server under test and who calls it.
type Telamon struct {
	BaseURL      string
	PublicKey    string
	PrivateKey   string
	ClientID     string
	ClientSecret string
	OrgID        string
}

// TelamonOfEnvironment reads the MONGODB_ATLAS_ variables, which `credentials.env` in a data folder lists.
func TelamonOfEnvironment() Telamon {
	return Telamon{
		BaseURL:      variable("BASE_URL"),
		PublicKey:    variable("PUBLIC_API_KEY"),
		PrivateKey:   variable("PRIVATE_API_KEY"),
		ClientID:     variable("CLIENT_ID"),
		ClientSecret: variable("CLIENT_SECRET"),
		OrgID:        variable("ORG_ID"),
	}
}

func variable(name string) string {
	value := os.Getenv("MONGODB_ATLAS_" + name)
	if value == "" {
		fmt.Fprintf(os.Stderr, "MONGODB_ATLAS_%s is not set; clients/run sets it.\n", name)
		os.Exit(2)
	}
	return value
}

// Named makes a name that no other run has taken.
func Named(what string) string {
	return fmt.Sprintf("%s-%x", what, time.Now().UnixMilli())
}

// SetCalendar moves the calendar of the serverless sunset, for which no SDK has an operation.
func (t Telamon) SetCalendar(stage string) error {
	token, err := t.token()
	if err != nil {
		return err
	}
	body := strings.NewReader(fmt.Sprintf(`{"calendar":%q}`, stage))
	request, err := http.NewRequest(http.MethodPut, t.at("telamon/v1/calendar"), body)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("Content-Type", "application/json")
	return expectOK(request, &struct{}{})
}

func (t Telamon) token() (string, error) {
	form := url.Values{"grant_type": {"client_credentials"}}.Encode()
	request, err := http.NewRequest(http.MethodPost, t.at("api/oauth/token"), strings.NewReader(form))
	if err != nil {
		return "", err
	}
	request.SetBasicAuth(t.ClientID, t.ClientSecret)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	var answer struct {
		AccessToken string `json:"access_token"`
	}
	err = expectOK(request, &answer)
	return answer.AccessToken, err
}

func (t Telamon) at(path string) string {
	return strings.TrimSuffix(t.BaseURL, "/") + "/" + path
}

func expectOK(request *http.Request, body any) error {
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s", request.Method, request.URL.Path, answer.Status)
	}
	return json.NewDecoder(answer.Body).Decode(body)
}
