//go:build ignore

// Extract takes the tensors of the 16 kHz branch out of silero_vad_v5.onnx and
// writes them one after another, in the order of layout in weights.go, as
// little-endian float32:
//
//	go run extract.go silero_vad_v5.onnx weights_v5_16k.bin
//
// The model file is part of the npm package @ricky0123/vad-web, version 0.0.31. It
// is an ONNX file, a protocol buffer: model.graph(7).node(1).attribute(5) holds the
// If node whose then_branch(6) is the 16 kHz network, and tensors carry their
// dimensions(1), type(2), name(8) and raw data(9). Field numbers are those of
// onnx.proto3, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3.
package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"os"
)

// order is that of layout in weights.go; want counts the float32 values of each.
var order = []struct {
	name string
	want int
}{
	{"stft.forward_basis_buffer", 258 * 256},
	{"encoder.0.reparam_conv.weight", 128 * 129 * 3}, {"encoder.0.reparam_conv.bias", 128},
	{"encoder.1.reparam_conv.weight", 64 * 128 * 3}, {"encoder.1.reparam_conv.bias", 64},
	{"encoder.2.reparam_conv.weight", 64 * 64 * 3}, {"encoder.2.reparam_conv.bias", 64},
	{"encoder.3.reparam_conv.weight", 128 * 64 * 3}, {"encoder.3.reparam_conv.bias", 128},
	{"decoder.rnn.weight_ih", 512 * 128}, {"decoder.rnn.weight_hh", 512 * 128},
	{"decoder.rnn.bias_ih", 512}, {"decoder.rnn.bias_hh", 512},
	{"decoder.decoder.2.weight", 128}, {"decoder.decoder.2.bias", 1},
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: go run extract.go silero_vad_v5.onnx weights_v5_16k.bin")
	}
	model, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	found := map[string][]byte{}
	for _, graph := range fields(model, 7) {
		collect(graph, found)
	}
	out, err := join(found)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[2], out, 0o644); err != nil {
		log.Fatal(err)
	}
}

// collect gathers the tensors of a graph and of the then branches inside it. A name
// met again keeps the tensor of the size wanted: the two rates share names.
func collect(graph []byte, found map[string][]byte) {
	for _, tensor := range fields(graph, 5) { // initializer
		keep(tensor, found)
	}
	for _, node := range fields(graph, 1) {
		for _, attribute := range fields(node, 5) {
			for _, tensor := range fields(attribute, 5) { // t, of a Constant node
				keep(tensor, found)
			}
			if first(fields(attribute, 1)) == "then_branch" {
				for _, branch := range fields(attribute, 6) {
					collect(branch, found)
				}
			}
		}
	}
}

func keep(tensor []byte, found map[string][]byte) {
	name, data := first(fields(tensor, 8)), []byte(first(fields(tensor, 9)))
	for _, o := range order {
		if o.name == name && len(data) == 4*o.want {
			found[name] = data
		}
	}
}

func join(found map[string][]byte) ([]byte, error) {
	var out []byte
	for _, o := range order {
		data, ok := found[o.name]
		if !ok {
			return nil, fmt.Errorf("tensor %s of %d values is not in the model", o.name, o.want)
		}
		out = append(out, data...)
	}
	return out, nil
}

func first(all [][]byte) string {
	if len(all) == 0 {
		return ""
	}
	return string(all[0])
}

// fields gives the length-delimited fields with that number, in order.
func fields(message []byte, number uint64) [][]byte {
	var out [][]byte
	for len(message) > 0 {
		key, n := binary.Uvarint(message)
		message = message[n:]
		size := uint64(0)
		switch key & 7 {
		case 0:
			_, n := binary.Uvarint(message)
			size = uint64(n)
		case 1:
			size = 8
		case 2:
			length, n := binary.Uvarint(message)
			message, size = message[n:], length
		case 5:
			size = 4
		}
		if key>>3 == number && key&7 == 2 {
			out = append(out, message[:size])
		}
		message = message[size:]
	}
	return out
}
