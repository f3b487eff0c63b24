package silero

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
)

//go:embed weights_v5_16k.bin
var packed []byte

// Sizes of the network. One frame of 512 samples becomes 4 columns of 129
// frequency bins, which the convolutions shrink to one column of 128 features.
const (
	window  = 256 // samples per column of the transform
	hop     = 128 // samples between columns
	bins    = 129 // frequencies per column
	columns = 4
	hidden  = 128 // size of the LSTM's state
)

// weights are the tensors of the network, as float32 in row-major order.
type weights struct {
	basis          []float32 // 258 x 256: the real parts of 129 frequencies, then the imaginary ones
	encoder        [4]convolution
	inputs, states []float32 // 512 x 128 each: gates i, f, g, o over the features and over the last state
	inputBias      []float32
	stateBias      []float32
	output         []float32 // 128
	outputBias     []float32 // 1
}

// convolution is a one-dimensional convolution of width 3 with padding 1, followed
// by max(x, 0). Its kernel is [out][in][3].
type convolution struct {
	in, out, stride int
	kernel, bias    []float32
}

// unpack reads the tensors in the order extract.go wrote them.
func unpack(packed []byte) (*weights, error) {
	w := &weights{encoder: [4]convolution{
		{in: bins, out: 128, stride: 1}, {in: 128, out: 64, stride: 2},
		{in: 64, out: 64, stride: 2}, {in: 64, out: 128, stride: 1},
	}}
	layout := []struct {
		to   *[]float32
		size int
	}{{&w.basis, 2 * bins * window}}
	add := func(to *[]float32, size int) {
		layout = append(layout, struct {
			to   *[]float32
			size int
		}{to, size})
	}
	for i := range w.encoder {
		c := &w.encoder[i]
		add(&c.kernel, c.out*c.in*3)
		add(&c.bias, c.out)
	}
	add(&w.inputs, 4*hidden*hidden)
	add(&w.states, 4*hidden*hidden)
	add(&w.inputBias, 4*hidden)
	add(&w.stateBias, 4*hidden)
	add(&w.output, hidden)
	add(&w.outputBias, 1)
	for _, l := range layout {
		if len(packed) < 4*l.size {
			return nil, fmt.Errorf("unpack voice activity weights: %d bytes missing", 4*l.size-len(packed))
		}
		*l.to = floats(packed[:4*l.size])
		packed = packed[4*l.size:]
	}
	if len(packed) != 0 {
		return nil, fmt.Errorf("unpack voice activity weights: %d bytes too many", len(packed))
	}
	return w, nil
}

func floats(b []byte) []float32 {
	out := make([]float32, len(b)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}
