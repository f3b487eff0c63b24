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
func treePSS(pid int) (int64, error) { return overTree(pid, pss) }

// treeWork is the processor time a process and all its descendants have taken so far, in
// milliseconds. It grows much less than the wall's time when others keep the computer busy.
func treeWork(pid int) (int64, error) { return overTree(pid, work) }

// overTree sums a measure over a process and its descendants.
func overTree(pid int, measure func(pid int) (int64, error)) (int64, error) {
	children, err := processes()
	if err != nil {
		return 0, err
	}
	var total int64
	for todo := []int{pid}; len(todo) > 0; todo = todo[1:] {
		size, err := measure(todo[0])
		if err != nil && todo[0] == pid {
			return 0, err // a child may have ended meanwhile, the program itself may not
		}
		total += size
		todo = append(todo, children[todo[0]]...)
	}
	return total, nil
}

// tickMs is a hundredth of a second, in which the kernel tells times on every platform
// Go runs on (proc(5), sysconf(_SC_CLK_TCK)).
const tickMs = 10

// work reads utime and stime: fields 14 and 15 of /proc/PID/stat, of which the first two
// are cut off here.
func work(pid int) (int64, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("time process: %w", err)
	}
	fields := afterName(stat)
	user, err := strconv.ParseInt(string(fields[11]), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("time process: %w", err)
	}
	system, err := strconv.ParseInt(string(fields[12]), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("time process: %w", err)
	}
	return (user + system) * tickMs, nil
}

// afterName splits what follows "pid (name)": the name may hold spaces and brackets.
func afterName(stat []byte) [][]byte { return bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:]) }

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
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		if parent, err := strconv.Atoi(string(afterName(stat)[1])); err == nil {
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
