package career

import (
	"fmt"
	"regexp"
	"strconv"
)

// Date is a day, a month or a year in the form of JSON Resume (a prefix of ISO
// 8601): "2021-09-01", "2021-09" or "2021". Empty means unknown.
type Date string

var datePattern = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)

// ParseDate checks that s is a real date of one of the three precisions, or empty.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return "", nil
	}
	m := datePattern.FindStringSubmatch(s)
	if m == nil {
		return "", fmt.Errorf("date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
	}
	month, day := atoiOr(m[2], 1), atoiOr(m[3], 1)
	if month < 1 || month > 12 || day < 1 || day > daysIn(atoiOr(m[1], 0), month) {
		return "", fmt.Errorf("date %q: no such day", s)
	}
	return Date(s), nil
}

// Before reports whether d is surely earlier than other: dates of different
// precision are compared at the coarser one, so "2021" is not before "2021-05".
func (d Date) Before(other Date) bool {
	n := min(len(d), len(other))
	return n > 0 && d[:n] < other[:n]
}

func atoiOr(s string, fallback int) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return fallback
	}
	return n
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
