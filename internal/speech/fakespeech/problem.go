package fakespeech

import (
	"fmt"
	"net/http"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// fields is a JSON object.
type fields = map[string]any

// problem is an error in the usual shape: a status within detail that says more than HTTP's.
type problem struct {
	code            int
	status, message string
}

func (p problem) body() fields {
	return fields{"detail": fields{"status": p.status, "message": p.message}}
}

func (p problem) write(w http.ResponseWriter) { serve.JSON(w, p.code, p.body()) }

var invalidKey = problem{http.StatusUnauthorized, "invalid_api_key", "Invalid API key"}

func missingPermission(permission string) problem {
	return problem{http.StatusUnauthorized, "missing_permissions", "The API key you used is missing the permission " + permission + " to execute this operation."}
}

func outOfQuota(quota, left, wanted int) problem {
	return problem{http.StatusUnauthorized, "quota_exceeded", fmt.Sprintf(
		"This request exceeds your quota of %d. You have %d credits remaining, while %d credits are required for this request.", quota, left, wanted)}
}

var (
	voiceUnknown = problem{http.StatusNotFound, "voice_not_found", "A voice with the given voice_id was not found."}
	tooMany      = problem{http.StatusTooManyRequests, "too_many_concurrent_requests", "Too many concurrent requests. Your current subscription is associated with a maximum number of concurrent requests."}
	busy         = problem{http.StatusTooManyRequests, "system_busy", "The system is experiencing heavy traffic, please try again."}
)

// unprocessable answers as FastAPI does where a field is wrong: detail is a list.
func unprocessable(w http.ResponseWriter, kind, message string, input any, where ...any) {
	serve.JSON(w, http.StatusUnprocessableEntity, invalidBody(kind, message, input, where...))
}

func invalidBody(kind, message string, input any, where ...any) fields {
	return fields{"detail": []fields{{"type": kind, "loc": where, "msg": message, "input": input}}}
}
