module telamon/v20250312002

go 1.24

require (
	go.mongodb.org/atlas-sdk/v20250312002 v20250312002.0.0
	telamon/check v0.0.0
)

require (
	github.com/mongodb-forks/digest v1.1.0 // indirect
	golang.org/x/oauth2 v0.28.0 // indirect
)

replace telamon/check => ../check
