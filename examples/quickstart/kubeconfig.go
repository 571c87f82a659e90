// The kubeconfig's file: nobody else can read it, and it is never half written.

package main

import (
	"errors"
	"os"
	"path/filepath"
)

// writePrivate puts content into the file at path, replacing it as a whole.
func writePrivate(path, content string) error {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // has mode 0600
	if err != nil {
		return err
	}
	_, err = file.WriteString(content)
	if err == nil {
		err = file.Sync()
	}
	err = errors.Join(err, file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}
