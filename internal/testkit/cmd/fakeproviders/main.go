package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "fakeproviders:", err)
		os.Exit(1)
	}
}

// run starts what the arguments ask for and returns when the context ends.
func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args, out)
	if err != nil {
		return err
	}
	providers, err := build(ctx, o, out)
	if err != nil {
		return err
	}
	// Everything listens before anything is said: a port that is taken is told at once.
	var servers []*http.Server
	defer func() { shut(servers) }()
	failed := make(chan error, len(providers))
	for _, p := range providers {
		listener, err := net.Listen("tcp", p.address)
		if err != nil {
			return fmt.Errorf("listen for %s (choose another address with -%s, or leave it out with -%s=): %w", p.name, p.name, p.name, err)
		}
		server := &http.Server{Handler: p.handler, ReadHeaderTimeout: time.Minute}
		servers = append(servers, server)
		go func() { failed <- server.Serve(listener) }()
		p.print(out, "http://"+listener.Addr().String())
	}
	fmt.Fprintln(out, "Ready. Interrupt (Ctrl+C) to end.")
	select {
	case <-ctx.Done():
		return nil
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	}
}

// shut closes servers and the connections they have.
func shut(servers []*http.Server) {
	for _, s := range servers {
		_ = s.Close() // the program ends
	}
}
