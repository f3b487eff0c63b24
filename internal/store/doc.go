// Package store keeps sealed records in SQLite and sealed blobs in files. What is
// on disk can be opened only with the vault's key; what stands outside the seal
// (random ids, retention class, revision, sizes, times) is listed in the README of
// package vault.
//
// The store opens its files before the vault is unlocked, and answers every call
// with a Locked fault until then. Load opens every record once, so that a damaged
// one is found and set aside instead of surprising somebody later, and fills the
// list of ids by kind and the search index, both in memory only.
//
// Each domain has its own file here, which fulfils the interfaces that domain
// declares; all of them go through the collection in record.go.
package store
