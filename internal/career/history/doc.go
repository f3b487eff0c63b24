// Package history is undo and redo without limit that survive a restart: a log of steps
// over a document, any Go value with a JSON form.
//
// A step is the difference of the document before and after, as operations that can be
// turned round (Op). Items of a list are told apart by their "id"; a list whose items
// have none is one value. Steps lie in chunks of many, so that a long history neither
// slows the opening of a profile nor has to be read before it is needed.
//
// The package stores nothing itself. A service asks for a Turn and has its store save
// the turn's value and its Change in ONE transaction; only then it keeps the turn's log:
//
//	logs := history.NewLogs[Ledger](store, clk)         // one for all documents of a type
//	log, err := logs.Of(ctx, id)                        // id of the record the history belongs to
//	turn, err := log.Record(before, after, "rename", "") // or log.Undo(ctx, now), log.Redo(ctx, now)
//	err = store.Save(ctx, turn.Value, turn.Change)      // the record and its chunks, or neither
//	logs.Keep(id, turn.Log)
//
// A Log is a value: until it is kept, nothing has happened. logs.Drop(id) belongs to the
// deletion of the document, whose chunks the store deletes with it; logs.Forget() to the
// locking of the vault. Package store keeps chunks as records of kind "history" that
// belong to the document's record.
//
// What changes at every edit by itself (updatedAt) must not be part of T.
package history
