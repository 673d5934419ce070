module telamon/v20230201002

go 1.24

require (
	go.mongodb.org/atlas-sdk/v20230201002 v20230201002.0.0
	telamon/check v0.0.0
)

require github.com/mongodb-forks/digest v1.0.4 // indirect

replace telamon/check => ../check
