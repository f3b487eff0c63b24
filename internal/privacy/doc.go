// Package privacy keeps the promises about time: a recording is gone on its date,
// whether or not anybody looks, and setting the computer's clock back doesn't
// stretch it.
//
// Neither the clock nor the latest moment a profile has seen (its mark) can be trusted
// alone. The rule (clock.Steady applies it to the time):
//
//   - Within half a year of each other, the later one counts, and is the new mark. A clock
//     set back stretches nothing.
//   - A clock further ahead may be right (somebody was away) or wrong (a flat battery on
//     the mainboard). Removing can't be undone, so nothing is removed and the mark stays,
//     until the person says that the date is right or the clock comes back by itself.
//   - A clock further behind counts for nothing, as any clock set back; but the mark may
//     be what is wrong, so the person is asked here too, and the date can be accepted.
//   - A recording from the future was made while the clock was wrong. Its time runs from
//     the moment that is noticed, for as many days as it was given.
package privacy
