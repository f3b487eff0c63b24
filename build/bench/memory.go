package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// treePSS is the memory of a process and all its descendants, in bytes: proportional
// set size, which counts a shared page once (proc(5), smaps_rollup).
func treePSS(pid int) (int64, error) {
	children, err := processes()
	if err != nil {
		return 0, err
	}
	var total int64
	for todo := []int{pid}; len(todo) > 0; todo = todo[1:] {
		size, err := pss(todo[0])
		if err != nil && todo[0] == pid {
			return 0, err // a child may have ended meanwhile, the program itself may not
		}
		total += size
		todo = append(todo, children[todo[0]]...)
	}
	return total, nil
}

// processes maps each process to its children.
func processes() (map[int][]int, error) {
	all, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil, err
	}
	children := map[int][]int{}
	for _, name := range all {
		stat, err := os.ReadFile(name)
		if err != nil {
			continue // it ended while we looked
		}
		// "pid (name) state ppid ...": the name may hold spaces and brackets.
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		rest := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
		if parent, err := strconv.Atoi(string(rest[1])); err == nil {
			children[parent] = append(children[parent], pid)
		}
	}
	return children, nil
}

func pss(pid int) (int64, error) {
	rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, fmt.Errorf("weigh process: %w", err)
	}
	for line := range strings.Lines(string(rollup)) {
		var kib int64
		if _, err := fmt.Sscanf(line, "Pss: %d kB", &kib); err == nil {
			return kib << 10, nil
		}
	}
	return 0, fmt.Errorf("weigh process: no Pss in smaps_rollup of %d", pid)
}
