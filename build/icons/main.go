// Icons draws the mark of JobJourney, a path that climbs to a point, and writes it in
// every format the packages want: SVG, PNG, ICO for Windows and ICNS for macOS. The
// results are checked in beside this file; after a change run
//
//	go run ./build/icons
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// folder is where the results live, seen from the top of the repository.
const folder = "build/icons"

// pngSizes are those a Linux desktop asks for, in pixels.
var pngSizes = []int{16, 32, 48, 64, 128, 256, 512}

func main() {
	if err := writeAll(); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

func writeAll() error {
	files := map[string][]byte{"jobjourney.svg": []byte(vector())}
	drawn := map[int][]byte{}
	for _, size := range append(pngSizes, 1024) {
		drawn[size] = raster(size)
	}
	for _, size := range pngSizes {
		files[fmt.Sprintf("jobjourney-%d.png", size)] = drawn[size]
	}
	files["jobjourney.ico"] = ico(drawn, 16, 32, 48, 64, 256)
	files["jobjourney.icns"] = icns(drawn)
	for name, data := range files {
		path := filepath.Join(folder, name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return fmt.Errorf("write picture: %w", err)
		}
	}
	return nil
}
