module telamon/check

go 1.24
