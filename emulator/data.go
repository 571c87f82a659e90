// Data: memory, or a file.

package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/ionos-cloud/sdk-go-dataplatform/dataplatformtest"
	"github.com/ionos-cloud/sdk-go-dataplatform/emulator/internal/database"
)

// openData opens the data file, if there is to be one, and adds it to the
// options.
func openData(f *flags, options []dataplatformtest.Option, log *slog.Logger) ([]dataplatformtest.Option, io.Closer, error) {
	if f.DataFile == "" {
		return options, nil, nil
	}
	db, err := database.Open(string(f.DataFile), func(err error) {
		log.Error("the data file can't be written: every request gets 503 until the program is started again", "error", err)
	})
	switch {
	case errors.Is(err, database.ErrInUse):
		return nil, nil, fmt.Errorf("--data-file %w; stop that one, or choose another file", err)
	case errors.Is(err, database.ErrNoFile):
		return nil, nil, fmt.Errorf("--data-file: %w; choose another name", err)
	case errors.Is(err, database.ErrFormat):
		return nil, nil, fmt.Errorf("--data-file %w; choose another file, it has been left as it is", err)
	case errors.Is(err, database.ErrDamaged):
		return nil, nil, fmt.Errorf("--data-file %w; take a copy that is whole, or choose another file, it has been left as it is", err)
	case err != nil:
		return nil, nil, fmt.Errorf("--data-file: %w", err)
	}
	return append(options, dataplatformtest.WithStore(db)), db, nil
}
