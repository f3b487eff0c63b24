// Package importer brings documents from elsewhere into the ledger. A file that somebody
// was sent may be broken or hostile, and a reader can be made to loop, to eat all memory
// or to crash. So a PDF is never read inside the app: Sandbox starts the same program
// again as a child, hands it the file on standard input and takes a draft or a fault
// from its standard output. A child that takes too long or too much is killed, and the
// person reads why. Nothing touches the disk.
//
// The readers themselves are pure functions in the packages below:
//
//	pdf      from bytes to lines of text in reading order
//	reading  from lines to a career.Draft; shared by all formats that are only text
package importer
