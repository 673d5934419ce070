module telamon/v20231001001

go 1.24

require (
	go.mongodb.org/atlas-sdk/v20231001001 v20231001001.0.0
	telamon/check v0.0.0
)

require github.com/mongodb-forks/digest v1.0.5 // indirect

replace telamon/check => ../check
