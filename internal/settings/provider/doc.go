// Package provider is who may take part in rehearsals besides the built-in coach: services
// and servers a person has set up, which of them plays which part, and what they may be
// told and may cost. A key lies in the computer's keyring, or where there is none sealed in
// the vault; it never leaves with a sync or an export.
//
// Nothing is asked of anybody unless the person chose it here. The packages that speak to
// providers fulfil the interfaces declared here.
package provider
