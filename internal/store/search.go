package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"maps"
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
	// rows are those of each record, by what stands in them, so that replacing a record looks
	// at no other (FTS5 has no index but its words) and writes only the lines that differ: a
	// ledger is saved while somebody types. Whoever changes it holds the store's lock.
	rows map[string]map[lineSum]int64
}

// lineSum tells lines apart without keeping them twice.
type lineSum [sha256.Size]byte

func (l Line) sum() lineSum {
	return sha256.Sum256(fmt.Appendf(nil, "%q %q %q", l.Item, l.Title, l.Text))
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
	return &searchIndex{db, map[string]map[lineSum]int64{}}, nil
}

func (x *searchIndex) close() error { return x.db.Close() }

func (x *searchIndex) replace(ctx context.Context, kind, record string, lines []Line) error {
	had, has := x.rows[record], make(map[lineSum]int64, len(lines))
	x.rows[record] = has
	for _, l := range lines {
		sum := l.sum()
		if row, known := had[sum]; known {
			has[sum] = row
			delete(had, sum)
		}
		if _, known := has[sum]; known {
			continue
		}
		row, err := x.insert(ctx, kind, record, l)
		if err != nil {
			maps.Copy(has, had) // so that the next time finds what is left over
			return err
		}
		has[sum] = row
	}
	return x.removeRows(ctx, had)
}

func (x *searchIndex) insert(ctx context.Context, kind, record string, l Line) (int64, error) {
	done, err := x.db.ExecContext(ctx, "INSERT INTO lines VALUES (?, ?, ?, ?, ?)", kind, record, l.Item, l.Title, l.Text)
	if err != nil {
		return 0, fmt.Errorf("fill search index: %w", err)
	}
	row, err := done.LastInsertId()
	if err != nil {
		return 0, fmt.Errorf("fill search index: %w", err)
	}
	return row, nil
}

func (x *searchIndex) remove(ctx context.Context, record string) error {
	had := x.rows[record]
	delete(x.rows, record)
	return x.removeRows(ctx, had)
}

func (x *searchIndex) removeRows(ctx context.Context, rows map[lineSum]int64) error {
	for _, row := range rows {
		if _, err := x.db.ExecContext(ctx, "DELETE FROM lines WHERE rowid = ?", row); err != nil {
			return fmt.Errorf("empty search index: %w", err)
		}
	}
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
