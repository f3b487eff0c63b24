package serve

import "sync"

// Every is the call number that means each call.
const Every = 0

// Plan decides what goes wrong with which call, and counts the calls of each path. F is
// a server's own description of a fault. The zero value lets everything succeed.
type Plan[F any] struct {
	mu     sync.Mutex
	counts map[string]int
	faults map[string]map[int]F
}

// Fail makes one call of the path go wrong. Calls are counted from now on: 1 is the next
// one; Every means all of them that have no fault of their own.
func (p *Plan[F]) Fail(path string, call int, f F) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.faults == nil {
		p.faults = map[string]map[int]F{}
	}
	if p.faults[path] == nil {
		p.faults[path] = map[int]F{}
	}
	if call != Every {
		call += p.counts[path]
	}
	p.faults[path][call] = f
}

// Heal forgets all faults; the counting goes on.
func (p *Plan[F]) Heal() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults = nil
}

// Next counts a call of the path and gives its fault; the zero F if there is none.
func (p *Plan[F]) Next(path string) F {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.counts == nil {
		p.counts = map[string]int{}
	}
	p.counts[path]++
	if f, found := p.faults[path][p.counts[path]]; found {
		return f
	}
	return p.faults[path][Every]
}

// Count is how many calls of the path there were.
func (p *Plan[F]) Count(path string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.counts[path]
}
