package importer

import (
	"fmt"
	"runtime/debug"
	"unsafe"

	"golang.org/x/sys/windows"
)

// limitMemory puts this process into a job object of its own that bounds its committed
// memory; the Go runtime ends the process when an allocation is refused. The handle is
// kept open on purpose: the job lives as long as the process.
func limitMemory() error {
	debug.SetMemoryLimit(memoryLimit * 3 / 4)
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return fmt.Errorf("create job: %w", err)
	}
	info := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{
		BasicLimitInformation: windows.JOBOBJECT_BASIC_LIMIT_INFORMATION{LimitFlags: windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY},
		ProcessMemoryLimit:    memoryLimit,
	}
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info))) //nolint:gosec // the system takes an address and a size
	if err != nil {
		return fmt.Errorf("limit memory: %w", err)
	}
	if err := windows.AssignProcessToJobObject(job, windows.CurrentProcess()); err != nil {
		return fmt.Errorf("enter job: %w", err)
	}
	return nil
}
