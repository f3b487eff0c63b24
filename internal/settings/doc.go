// Package settings is how a person wants the app to behave. Appearance (theme,
// language) is kept in clear beside the vault, because the lock screen needs it;
// everything else is sealed like any other record. What belongs to one computer
// (the microphone) is kept apart from what may one day follow the person around.
package settings
