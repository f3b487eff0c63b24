package silero

// Where speech begins and ends. The two limits differ so that a voice that wavers
// between them doesn't flicker; four frames (128 ms) keep a click from counting.
const (
	beginsAt    = 0.5
	beginsAfter = 4 // frames in a row
	endsBelow   = 0.35
)

// Activity turns the probabilities of frames into stretches of speech. The zero
// value is ready.
type Activity struct {
	frames   int // heard so far
	run      int // likely frames in a row while nobody speaks
	speaking bool
	start    int // first frame of the stretch going on
	segments [][2]int
}

// Add takes the probability of the next frame.
func (a *Activity) Add(probability float32) {
	a.frames++
	if a.speaking {
		if probability < endsBelow {
			a.segments = append(a.segments, [2]int{a.start * FrameMs, (a.frames - 1) * FrameMs})
			a.speaking, a.run = false, 0
		}
		return
	}
	if probability < beginsAt {
		a.run = 0
		return
	}
	if a.run++; a.run == beginsAfter {
		a.speaking, a.start = true, a.frames-beginsAfter
	}
}

// Speaking reports whether speech is going on.
func (a *Activity) Speaking() bool { return a.speaking }

// Segments are the stretches of speech so far as [start, end) in milliseconds from
// the beginning, in order; one still going on ends at the last frame heard.
func (a *Activity) Segments() [][2]int {
	out := append([][2]int{}, a.segments...)
	if a.speaking {
		out = append(out, [2]int{a.start * FrameMs, a.frames * FrameMs})
	}
	return out
}

// Listener finds speech in samples that arrive in pieces of any size. It is not
// safe for concurrent use.
type Listener struct {
	detector *Detector
	activity Activity
	frame    [FrameSamples]int16
	filled   int
}

// NewListener is a listener that has heard nothing yet. An error means that the
// program was built with damaged weights.
func NewListener() (*Listener, error) {
	d, err := NewDetector()
	if err != nil {
		return nil, err
	}
	return &Listener{detector: d}, nil
}

// Process hears the next samples: mono, Rate.
func (l *Listener) Process(samples []int16) {
	for len(samples) > 0 {
		n := copy(l.frame[l.filled:], samples)
		samples = samples[n:]
		if l.filled += n; l.filled == FrameSamples {
			l.activity.Add(l.detector.Process(&l.frame))
			l.filled = 0
		}
	}
}

// Speaking reports whether speech is going on.
func (l *Listener) Speaking() bool { return l.activity.Speaking() }

// Segments are the stretches of speech so far as [start, end) in milliseconds.
func (l *Listener) Segments() [][2]int { return l.activity.Segments() }
