package elevenlabs

import (
	"bytes"
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// problem is an answer that isn't what was asked for. The service writes
// {"detail": ...}, where detail is an object (status, message, and newer: type, code,
// param), an array of validation errors (422), or a string; a proxy on the way writes HTML.
type problem struct {
	status int      // of HTTP
	words  []string // what names the trouble, most exact first: code, status, type
	said   string   // the message, lower case: read for its meaning, never passed on
	param  string   // the input that is blamed, if one is
	after  time.Duration
}

// wire is one shape of detail; the array has one of loc, msg and type each.
type wire struct {
	Status  string `json:"status"`
	Code    string `json:"code"`
	Type    string `json:"type"`
	Message string `json:"message"`
	Param   string `json:"param"`
	Loc     []any  `json:"loc"`
	Msg     string `json:"msg"`
}

// read takes apart the answer of an HTTP request, or what of its body there is.
func read(status int, header http.Header, body []byte, now time.Time) problem {
	p := problem{status: status, after: retryAfter(header.Get("Retry-After"), now)}
	var outer struct {
		Detail json.RawMessage `json:"detail"`
	}
	if json.Unmarshal(body, &outer) != nil || len(outer.Detail) == 0 {
		p.scrape(body)
		return p
	}
	p.detail(outer.Detail)
	return p
}

func (p *problem) detail(raw json.RawMessage) {
	var all []wire
	switch bytes.TrimSpace(raw)[0] {
	case '{':
		raw = append(append([]byte{'['}, raw...), ']')
		fallthrough
	case '[':
		if json.Unmarshal(raw, &all) != nil {
			p.scrape(raw)
		}
	default:
		var text string
		_ = json.Unmarshal(raw, &text) // null and numbers say nothing
		p.said = strings.ToLower(text)
	}
	for _, w := range all {
		p.add(w)
	}
}

func (p *problem) add(w wire) {
	p.words = append(p.words, w.Code, w.Status, w.Type)
	p.said += strings.ToLower(w.Message+" "+w.Msg) + " "
	if p.param == "" {
		p.param = w.Param
	}
	if n := len(w.Loc); p.param == "" && n > 0 {
		p.param, _ = w.Loc[n-1].(string)
	}
}

var (
	scraped    = regexp.MustCompile(`"(?:code|status)"\s*:\s*"([a-z_+]{3,60})"`)
	permission = regexp.MustCompile(`missing the permission ['"]?([a-z_]{3,40})`)
)

// scrape finds the words in a body that was cut (of a refused WebSocket the library keeps
// 1,024 bytes) or has another shape.
func (p *problem) scrape(body []byte) {
	for _, found := range scraped.FindAllSubmatch(body, 3) {
		p.words = append(p.words, string(found[1]))
	}
	p.said = strings.ToLower(string(body[:min(len(body), 1024)]))
	if bytes.HasPrefix(bytes.TrimSpace(body), []byte("<")) {
		p.said = "" // a page by somebody on the way; its words mean nothing here
	}
}

// byWord are the names of troubles: [S] of the documentation, [T] seen by others.
var byWord = map[string]func() *fault.Error{
	"invalid_api_key":              invalidKey,
	"needs_authorization":          invalidKey,
	"invalid_authorization_header": invalidKey,
	"authentication_error":         invalidKey,
	"quota_exceeded":               quotaExceeded,
	"insufficient_credits":         quotaExceeded,
	"payment_required":             quotaExceeded,
	"too_many_concurrent_requests": tooManyAtOnce,
	"concurrent_limit_exceeded":    tooManyAtOnce,
	"system_busy":                  busy,
	"rate_limit_exceeded":          busy,
	"rate_limit_error":             busy,
	"voice_not_found":              voiceNotFound,
	"invalid_voice_id":             voiceNotFound,
	"model_not_found":              modelNotFound,
	"history_item_not_found":       notFound,
	"max_character_limit_exceeded": textTooLong,
	"text_too_long":                textTooLong,
	"string_too_long":              textTooLong,
	"output_format_not_allowed":    planTooSmall,
	"subscription_required":        planTooSmall,
	"paid_plan_required":           planTooSmall,
	"detected_unusual_activity":    unusualActivity,
	"unaccepted_terms":             termsNotAccepted,

	// the names of the realtime recogniser, which has no HTTP status
	"auth_error":                  invalidKey,
	"rate_limited":                busy,
	"queue_overflow":              busy,
	"resource_exhausted":          busy,
	"transcriber_error":           outOfOrder,
	"internal_error":              outOfOrder,
	"unaccepted_terms_error":      termsNotAccepted,
	"session_time_limit_exceeded": sessionEnded,
	"max_active_conversations":    tooManyAtOnce,

	// of a speech socket: no text for 20 s
	"input_timeout_exceeded": sessionEnded,
}

// fault names the problem. need is the permission the request was about, for the case
// that the service doesn't name the one that is missing.
func (p problem) fault(need string) *fault.Error {
	f := p.named(need)
	if f.Code == fault.RateLimited && p.after > 0 {
		f = f.After(p.after)
	}
	return f
}

func (p problem) named(need string) *fault.Error {
	if found := permission.FindStringSubmatch(p.said); found != nil {
		return missingPermission(found[1])
	}
	for _, w := range p.words {
		switch {
		case w == "missing_permissions", w == "insufficient_permissions", w == "authorization_error":
			return missingPermission(need)
		case strings.HasPrefix(w, "only_for_"):
			return planTooSmall()
		case byWord[w] != nil:
			return byWord[w]()
		}
	}
	if f := p.meant(); f != nil {
		return f
	}
	return p.byStatus()
}

// meant reads the message where nothing is named, as in a detail that is a string only.
func (p problem) meant() *fault.Error {
	has := func(words string) bool { return strings.Contains(p.said, words) }
	switch {
	case has("invalid api key"):
		return invalidKey()
	case has("exceeds your quota"), has("quota exceeded"):
		return quotaExceeded()
	}
	return nil
}

// byStatus is what remains. A 401 without a name isn't taken for a wrong key: the service
// answers 401 to other things, and so do proxies.
func (p problem) byStatus() *fault.Error {
	switch {
	case p.status == http.StatusTooManyRequests, p.status == http.StatusServiceUnavailable:
		return busy()
	case p.status >= 500 && p.status < 600:
		return outOfOrder()
	case p.status == http.StatusNotFound:
		return notFound()
	case p.status == http.StatusPaymentRequired:
		return quotaExceeded()
	}
	return p.refusal()
}

// ours are the inputs a refusal may blame, by the names we send them under.
var ours = []string{"text", "model_id", "language_code", "voice_settings", "output_format", "keyterms", "file"}

func (p problem) refusal() *fault.Error {
	f := refused(p.status)
	if slices.Contains(ours, p.param) {
		f.Field = p.param
	}
	return f
}

// retryAfter reads the header: seconds or a date (RFC 9110, 10.2.3). 0 means nothing said.
func retryAfter(header string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(header); err == nil {
		return time.Duration(max(seconds, 0)) * time.Second
	}
	if at, err := http.ParseTime(header); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}
