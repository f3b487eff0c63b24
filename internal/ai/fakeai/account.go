package fakeai

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// account is what belongs to one key. Amounts are USD.
type account struct {
	label    string
	limit    *float64
	usage    float64
	disabled bool
	freeTier bool
}

func (a *account) empty() bool { return a.limit != nil && a.usage >= *a.limit }

// identify finds whose key came with the request, and refuses where there is none.
func (s *Server) identify(x *visit) bool {
	header := x.r.Header.Get("Authorization")
	key, isBearer := strings.CutPrefix(header, "Bearer ")
	if !isBearer || key == "" {
		problem(x.w, http.StatusUnauthorized, missingKey, nil)
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	user, found := s.accounts[key]
	if !found || user.disabled {
		problem(x.w, http.StatusUnauthorized, unknownKey, nil)
		return false
	}
	x.user = user
	return true
}

// SetCredit gives a key a limit in USD; what it has used stays counted.
func (s *Server) SetCredit(key string, limit float64) {
	s.change(key, func(a *account) { a.limit = &limit })
}

// Disable makes a key invalid, as deleting it in the account does.
func (s *Server) Disable(key string) { s.change(key, func(a *account) { a.disabled = true }) }

// SetFreeTier says whether a key's account has never paid.
func (s *Server) SetFreeTier(key string, free bool) {
	s.change(key, func(a *account) { a.freeTier = free })
}

// Spent is what a key has used, in USD.
func (s *Server) Spent(key string) (usd float64) {
	s.change(key, func(a *account) { usd = a.usage })
	return usd
}

func (s *Server) change(key string, do func(*account)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a, found := s.accounts[key]; found {
		do(a)
	}
}

// broke refuses a call that has no credit left; a free model can be hit by that too.
func (s *Server) broke(x *visit) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if x.user.empty() {
		problem(x.w, http.StatusPaymentRequired, noCredit, nil)
		return true
	}
	return false
}

// charge books the cost in USD.
func (s *Server) charge(x *visit, cost float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x.user.usage += cost
}

// price reads a price; the catalogue's own are well-formed.
func price(text string) float64 {
	p, _ := strconv.ParseFloat(text, 64)
	return p
}

// keyInfo is GET /key, the one call that proves a key valid.
func (s *Server) keyInfo(x *visit) {
	s.mu.Lock()
	a := *x.user
	s.mu.Unlock()
	var limit, remaining, reset any
	if a.limit != nil {
		limit, remaining = *a.limit, max(0, *a.limit-a.usage)
	}
	serve.JSON(x.w, http.StatusOK, fields{"data": fields{
		"label": a.label, "limit": limit, "limit_remaining": remaining, "limit_reset": reset,
		"usage": a.usage, "usage_daily": a.usage, "usage_weekly": a.usage, "usage_monthly": a.usage,
		"byok_usage": 0, "byok_usage_daily": 0, "byok_usage_weekly": 0, "byok_usage_monthly": 0,
		"include_byok_in_limit": false, "is_free_tier": a.freeTier, "is_management_key": false, "is_provisioning_key": false,
		"expires_at": nil, "creator_user_id": "user_fake",
		"rate_limit": fields{"requests": 1000, "interval": "1h", "note": "This field is deprecated and safe to ignore."},
	}})
}

// credits is GET /credits, which ordinary keys may not ask.
func (s *Server) credits(x *visit) {
	problem(x.w, http.StatusForbidden, "Only management keys can perform this operation", nil)
}
