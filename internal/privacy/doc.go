// Package privacy keeps the promises about time: a recording is gone on its date,
// whether or not anybody looks, and setting the computer's clock back doesn't
// stretch it.
package privacy
