// Package check tells how a résumé fares with the programs and people that read it first.
//
// Applicant tracking systems read the exported file, not the document behind it. So the
// file is read back by our own reader, as any reader would (never by what is attached to
// it), and three things are told:
//
//	facts    what the file is: pages, fonts, tags, links, sizes
//	compare  field by field, what the reader got of what was written
//	rules    what could be put better, each with its reason and the place to go to
//
// There is no score and no percentage: nobody outside knows how an employer's system
// weighs anything, and a number would pretend to. Only counts are given.
//
// Everything here is a pure function of its arguments.
package check
