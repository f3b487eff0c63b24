package silero

import "math"

// Rate is the only sample rate the network understands, in Hz.
const Rate = 16000

// FrameSamples is how many samples make a frame: 32 ms.
const FrameSamples = 512

// FrameMs is the length of a frame in milliseconds.
const FrameMs = FrameSamples * 1000 / Rate

// carried is how many samples of the last frame the network sees again.
const carried = 64

// Detector gives the probability of speech, frame after frame. It remembers what it
// heard; it is not safe for concurrent use.
type Detector struct {
	w       *weights
	context [carried]float32
	state   [hidden]float32
	cell    [hidden]float32

	// Room for one frame's arithmetic, so that Process allocates nothing.
	input    [carried + FrameSamples + carried]float32
	spectrum [bins * columns]float32
	layers   [2][128 * columns]float32
	gates    [4 * hidden]float32
}

// NewDetector is a detector that has heard nothing yet. An error means that the
// program was built with damaged weights.
func NewDetector() (*Detector, error) {
	w, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	return &Detector{w: w}, nil
}

// Reset forgets what was heard.
func (d *Detector) Reset() {
	clear(d.context[:])
	clear(d.state[:])
	clear(d.cell[:])
}

// Process hears one frame and gives the probability, 0 to 1, that it holds speech.
func (d *Detector) Process(frame *[FrameSamples]int16) float32 {
	d.load(frame)
	d.transform()
	features := d.encode()
	d.remember(features)
	sum := d.w.outputBias[0]
	for k, h := range d.state {
		sum += d.w.output[k] * max(h, 0)
	}
	return logistic(sum)
}

// load puts the end of the last frame before this one and mirrors this one's end,
// which is the padding the network was trained with.
func (d *Detector) load(frame *[FrameSamples]int16) {
	copy(d.input[:], d.context[:])
	for i, s := range frame {
		d.input[carried+i] = float32(s) / 32768
	}
	end := carried + FrameSamples
	for i := range carried {
		d.input[end+i] = d.input[end-2-i]
	}
	copy(d.context[:], d.input[end-carried:end])
}

// transform computes the magnitudes of 129 frequencies in four windows.
func (d *Detector) transform() {
	for f := range bins {
		re := d.w.basis[f*window : (f+1)*window]
		im := d.w.basis[(f+bins)*window : (f+bins+1)*window]
		for c := range columns {
			segment := d.input[c*hop : c*hop+window]
			a, b := dot(re, segment), dot(im, segment)
			d.spectrum[f*columns+c] = float32(math.Sqrt(float64(a*a + b*b)))
		}
	}
}

// encode runs the four convolutions and gives the 128 features of the frame.
func (d *Detector) encode() []float32 {
	x, width := d.spectrum[:], columns
	for i := range d.w.encoder {
		y := d.layers[i%2][:]
		width = d.w.encoder[i].apply(x, width, y)
		x = y
	}
	return x[:hidden]
}

// apply convolves x ([in][width]) into y ([out][width of the result]) and returns that width.
func (c *convolution) apply(x []float32, width int, y []float32) int {
	result := (width-1)/c.stride + 1
	for o := range c.out {
		kernel := c.kernel[o*c.in*3 : (o+1)*c.in*3]
		for t := range result {
			y[o*result+t] = max(c.bias[o]+c.at(x, width, kernel, t*c.stride), 0)
		}
	}
	return result
}

// at is the kernel laid over x with its middle at position t; outside of x is zero.
func (c *convolution) at(x []float32, width int, kernel []float32, t int) float32 {
	first, last := max(t-1, 0), min(t+1, width-1)
	var sum float32
	for i := range c.in {
		row, k := x[i*width:(i+1)*width], kernel[i*3:i*3+3]
		for p := first; p <= last; p++ {
			sum += k[p-t+1] * row[p]
		}
	}
	return sum
}

// remember is one step of the LSTM cell (Hochreiter and Schmidhuber 1997, with a
// forget gate): the gates lie one after another as input, forget, candidate, output.
func (d *Detector) remember(features []float32) {
	for g := range d.gates {
		d.gates[g] = d.w.inputBias[g] + d.w.stateBias[g] +
			dot(d.w.inputs[g*hidden:(g+1)*hidden], features) +
			dot(d.w.states[g*hidden:(g+1)*hidden], d.state[:])
	}
	for k := range hidden {
		in, forget := logistic(d.gates[k]), logistic(d.gates[hidden+k])
		candidate, out := tanh(d.gates[2*hidden+k]), logistic(d.gates[3*hidden+k])
		d.cell[k] = forget*d.cell[k] + in*candidate
		d.state[k] = out * tanh(d.cell[k])
	}
}

// dot is the inner product; four sums at a time keep the processor's pipeline full.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		p, q := a[i:i+4:i+4], b[i:i+4:i+4]
		s0 += p[0] * q[0]
		s1 += p[1] * q[1]
		s2 += p[2] * q[2]
		s3 += p[3] * q[3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

func tanh(x float32) float32 { return float32(math.Tanh(float64(x))) }
