package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/jobjourney/jobjourney/internal/ident"
)

// Line is one thing search can find: an item of a record, under a title and with its words.
type Line struct {
	Item  string // id of the item inside the record; empty: the record as a whole
	Title string
	Text  string
}

// searchIndex is a full-text index that lives in memory only and dies with the lock.
type searchIndex struct {
	db *sql.DB
	// rows are those of each record, so that replacing one looks at no other: FTS5 has no
	// index but its words. Whoever changes it holds the store's lock.
	rows map[string][]int64
}

func newSearchIndex(ctx context.Context) (*searchIndex, error) {
	db, err := sql.Open("sqlite3", ":memory:?_synchronous=OFF")
	if err != nil {
		return nil, fmt.Errorf("open search index: %w", err)
	}
	db.SetMaxOpenConns(1)
	// What doesn't fit a sorter's memory must not go to a temporary file either.
	if _, err = db.ExecContext(ctx, "PRAGMA temp_store = MEMORY"); err != nil {
		return nil, fmt.Errorf("keep search index in memory: %w", err)
	}
	_, err = db.ExecContext(ctx, `CREATE VIRTUAL TABLE lines USING fts5 (
		kind UNINDEXED, record UNINDEXED, item UNINDEXED, title, text,
		tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`)
	if err != nil {
		return nil, fmt.Errorf("make search index: %w", err)
	}
	return &searchIndex{db, map[string][]int64{}}, nil
}

func (x *searchIndex) close() error { return x.db.Close() }

func (x *searchIndex) replace(ctx context.Context, kind, record string, lines []Line) error {
	if err := x.remove(ctx, record); err != nil {
		return err
	}
	for _, l := range lines {
		done, err := x.db.ExecContext(ctx, "INSERT INTO lines VALUES (?, ?, ?, ?, ?)",
			kind, record, l.Item, l.Title, l.Text)
		if err != nil {
			return fmt.Errorf("fill search index: %w", err)
		}
		row, err := done.LastInsertId()
		if err != nil {
			return fmt.Errorf("fill search index: %w", err)
		}
		x.rows[record] = append(x.rows[record], row)
	}
	return nil
}

func (x *searchIndex) remove(ctx context.Context, record string) error {
	for _, row := range x.rows[record] {
		if _, err := x.db.ExecContext(ctx, "DELETE FROM lines WHERE rowid = ?", row); err != nil {
			return fmt.Errorf("empty search index: %w", err)
		}
	}
	delete(x.rows, record)
	return nil
}

// Search finds records whose words begin with the words of the query, best first.
// An empty query finds nothing.
func (s *Store) Search(ctx context.Context, query string, limit int) ([]ident.Hit, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if _, err := s.ready(); err != nil {
		return nil, err
	}
	match := matchExpression(query)
	if match == "" || s.search == nil {
		return []ident.Hit{}, nil
	}
	found, err := s.search.db.QueryContext(ctx,
		`SELECT kind, record, item, title, snippet(lines, 4, '', '', '…', 16) FROM lines
		 WHERE lines MATCH ? ORDER BY rank LIMIT ?`, match, limit)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	defer found.Close()
	hits := []ident.Hit{}
	for found.Next() {
		var h ident.Hit
		if err := found.Scan(&h.Kind, &h.Record, &h.Item, &h.Title, &h.Text); err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		hits = append(hits, h)
	}
	return hits, found.Err()
}

// longestQuery and mostWords bound what is looked for: each word costs a pass over the
// index, and what is pasted by mistake may have a million.
const (
	longestQuery = 500 // characters
	mostWords    = 16
)

// matchExpression quotes each of the first words, so that nothing a person types is taken for
// FTS5's query language, and lets each be the beginning of a word.
func matchExpression(query string) string {
	var terms []string
	query = strings.ReplaceAll(start(query), "\x00", " ") // a zero would end the expression for SQLite
	words := strings.Fields(query)
	for _, word := range words[:min(len(words), mostWords)] {
		terms = append(terms, `"`+strings.ReplaceAll(word, `"`, `""`)+`"*`)
	}
	return strings.Join(terms, " ")
}

// start is the beginning of a query.
func start(query string) string {
	count := 0
	for at := range query {
		if count == longestQuery {
			return query[:at]
		}
		count++
	}
	return query
}
