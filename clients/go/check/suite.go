// Package check runs the checks of one client against a running Telamon and says how each of them went.
package check

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// Suite is a run of checks in the order in which they are written. The first that fails ends the program.
type Suite struct {
	name   string
	passed int
}

// Run runs the checks of a body and closes with their number.
func Run(name string, body func(*Suite)) {
	suite := &Suite{name: name}
	body(suite)
	fmt.Printf("%s: %d passed, 0 failed\n", name, suite.passed)
}

// Check runs one check, which fails when it returns an error or panics.
func (s *Suite) Check(what string, holds func() error) {
	if err := guarded(holds); err != nil {
		fmt.Printf("FAILED %s: %s\n       %s\n", s.name, what, strings.ReplaceAll(err.Error(), "\n", "\n       "))
		fmt.Printf("%s: %d passed, 1 failed\n", s.name, s.passed)
		os.Exit(1)
	}
	s.passed++
	fmt.Printf("ok     %s: %s\n", s.name, what)
}

func guarded(holds func() error) (err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("panicked: %v", panicked)
		}
	}()
	return holds()
}

// Equal is an error when a value is not the one wanted.
func Equal[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s is %v, not %v", what, got, want)
	}
	return nil
}

// True is an error that names what should hold when it does not.
func True(what string, holds bool) error {
	if !holds {
		return errors.New("not so: " + what)
	}
	return nil
}

// Eventually asks again until there is no error, for at most a minute.
func Eventually(holds func() error) error {
	err := holds()
	for deadline := time.Now().Add(time.Minute); err != nil && time.Now().Before(deadline); err = holds() {
		time.Sleep(100 * time.Millisecond)
	}
	return err
}
