//go:build linux

package app_test

import (
	"encoding/binary"
	"io"
	"net"
	"strconv"
	"strings"
	"testing"
)

// askToClose sends a window what the button in its frame sends: the message
// WM_DELETE_WINDOW (ICCCM 4.2.8.1). There is no window manager on the test's display to
// send it, so this speaks to the X server itself (X11 protocol, "Connection Setup",
// InternAtom, SendEvent).
func askToClose(t *testing.T, display, window string) {
	t.Helper()
	number, err := strconv.ParseUint(window, 10, 32)
	ok(t, err)
	x := dialX(t, display)
	protocols, deletion := x.atom("WM_PROTOCOLS"), x.atom("WM_DELETE_WINDOW")
	event := make([]byte, 32)
	event[0], event[1] = 33, 32 // ClientMessage, of 32-bit items
	binary.LittleEndian.PutUint32(event[4:], uint32(number))
	binary.LittleEndian.PutUint32(event[8:], protocols)
	binary.LittleEndian.PutUint32(event[12:], deletion)
	request := []byte{25, 0, 11, 0} // SendEvent, eleven words
	request = binary.LittleEndian.AppendUint32(request, uint32(number))
	request = binary.LittleEndian.AppendUint32(request, 0) // to the window's owner
	x.send(append(request, event...))
	x.send([]byte{43, 0, 1, 0}) // GetInputFocus: its answer means that all before was done
	x.answer()
	ok(t, x.conn.Close())
}

// xServer is a connection to a display.
type xServer struct {
	t    *testing.T
	conn net.Conn
}

func dialX(t *testing.T, display string) xServer {
	t.Helper()
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(display, ":"))
	ok(t, err)
	x := xServer{t, conn}
	x.send([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}) // little-endian, version 11, no authorisation
	header := x.read(8)
	rest := x.read(4 * int(binary.LittleEndian.Uint16(header[6:])))
	if header[0] != 1 {
		t.Fatalf("the display refuses: %s", rest)
	}
	return x
}

// atom asks for the number of a name.
func (x xServer) atom(name string) uint32 {
	x.t.Helper()
	padded := append([]byte(name), make([]byte, (4-len(name)%4)%4)...)
	request := []byte{16, 0}
	request = binary.LittleEndian.AppendUint16(request, uint16(2+len(padded)/4))
	request = binary.LittleEndian.AppendUint16(request, uint16(len(name)))
	x.send(append(append(request, 0, 0), padded...))
	return binary.LittleEndian.Uint32(x.answer()[8:])
}

func (x xServer) send(request []byte) {
	x.t.Helper()
	_, err := x.conn.Write(request)
	ok(x.t, err)
}

// answer reads one reply of 32 bytes; an error of the server fails the test.
func (x xServer) answer() []byte {
	x.t.Helper()
	reply := x.read(32)
	if reply[0] != 1 {
		x.t.Fatalf("the display answers with error %d", reply[1])
	}
	return reply
}

func (x xServer) read(n int) []byte {
	x.t.Helper()
	data := make([]byte, n)
	_, err := io.ReadFull(x.conn, data)
	ok(x.t, err)
	return data
}
