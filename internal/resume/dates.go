package resume

import (
	"strconv"

	"github.com/jobjourney/jobjourney/internal/career"
)

// The styles of dates a layout can ask for; anything else is DateShort.
const (
	DateShort   = "short"   // Mar 2021
	DateLong    = "long"    // March 2021
	DateNumeric = "numeric" // 03/2021
	DateYear    = "year"    // 2021
)

// FormatDate writes a date as the layout wants it. What is no date stays as it was
// written. The vectors in testdata/dates.json hold this function and the one that paper
// has to the same results.
func FormatDate(d career.Date, style string, x Lexicon) string {
	s := string(d)
	if _, err := career.ParseDate(s); err != nil || s == "" {
		return s
	}
	year := s[:4]
	if len(s) == 4 || style == DateYear {
		return year
	}
	mm, dd := s[5:7], ""
	if len(s) == 10 {
		dd = s[8:]
	}
	if style == DateNumeric {
		return x.numeric(year, mm, dd)
	}
	month, _ := strconv.Atoi(mm)
	return x.inWords(year, month, dd, style == DateLong)
}

func (x Lexicon) numeric(year, mm, dd string) string {
	if dd == "" {
		return fill(x.NumericMonth, "year", year, "mm", mm)
	}
	return fill(x.NumericDay, "year", year, "mm", mm, "dd", dd)
}

func (x Lexicon) inWords(year string, month int, dd string, long bool) string {
	names, withDay := x.Months.Short, x.Months.DayShort
	monthYear, dayPattern := x.MonthYear, x.Day
	if long {
		names, withDay = x.Months.Long, x.Months.Day
		monthYear, dayPattern = or(x.MonthYearLong, monthYear), or(x.DayLong, dayPattern)
	}
	if dd == "" {
		return fill(monthYear, "year", year, "month", names[month-1])
	}
	if len(withDay) > 0 {
		names = withDay
	}
	day, _ := strconv.Atoi(dd)
	text := strconv.Itoa(day)
	if day == 1 {
		text = or(x.FirstDay, text)
	}
	return fill(dayPattern, "year", year, "month", names[month-1], "day", text)
}

// FormatRange writes from and to, with the language's own dash and its word for what goes
// on. One date alone, or the same one twice, is written once.
func FormatRange(from, to career.Date, current bool, style string, x Lexicon) string {
	start, end := FormatDate(from, style, x), FormatDate(to, style, x)
	if current {
		end = x.Present
	}
	if start == "" || end == "" || start == end {
		return or(start, end)
	}
	return fill(x.Range, "from", start, "to", end)
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
