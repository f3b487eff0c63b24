package account

import (
	"time"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
)

const (
	adultYears    = 18
	oldestYears   = 130
	minPassphrase = 8    // characters; Argon2id and the growing delay do the rest
	maxPassphrase = 1024 // bytes
)

// isAdult reports whether somebody born on that day is 18 or older now. Who was born
// on 29 February has the birthday on 1 March in common years.
func isAdult(year, month, day int, now time.Time) (bool, error) {
	born := time.Date(year, time.Month(month), day, 0, 0, 0, 0, now.Location())
	if born.Year() != year || int(born.Month()) != month || born.Day() != day {
		return false, fault.InvalidField("birthday", "account.noSuchDay")
	}
	if born.After(now) || born.AddDate(oldestYears, 0, 0).Before(now) {
		return false, fault.InvalidField("birthday", "account.unlikelyDay")
	}
	return !born.AddDate(adultYears, 0, 0).After(now), nil
}

func checkPassphrase(p []byte) error {
	if utf8.RuneCount(p) < minPassphrase {
		return fault.InvalidField("passphrase", "account.shortPassphrase")
	}
	if len(p) > maxPassphrase {
		return fault.InvalidField("passphrase", "account.longPassphrase")
	}
	return nil
}
