// Package profile is what a person says about where they stand: profession,
// level, fields, goals. It personalises questions and defaults, and nothing else;
// all of it can be left out.
package profile
