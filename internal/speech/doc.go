// Package speech gathers whatever can speak or write down what is said: services by their
// own packages, and the voices and recognisers of this computer.
package speech
