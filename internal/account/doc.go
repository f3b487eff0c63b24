// Package account owns the first run, the age question and the lock: whether there
// is a profile on this computer, and whether it is open. It says what may happen
// when; keys and files are behind the interfaces it declares.
package account
