package fakeai

import (
	"net/http"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// Texts of the API's own errors (openapi.yaml of OpenRouterTeam/docs).
const (
	missingKey    = "Missing Authentication header"
	unknownKey    = "User not found."
	noCredit      = "Insufficient credits. Add more using https://openrouter.ai/credits"
	tooFast       = "Rate limit exceeded"
	providerError = "Provider returned error"
	internalError = "Internal Server Error"
	unavailable   = "Service temporarily unavailable"
	docs          = "https://openrouter.ai/docs/errors#"
)

// fields is a JSON object.
type fields = map[string]any

// body is the common shape of an error: code, message, and metadata if there is any.
func body(code any, message string, metadata fields) fields {
	e := fields{"code": code, "message": message}
	if metadata != nil {
		e["metadata"] = metadata
	}
	return fields{"error": e}
}

func typed(errorType string) fields { return fields{"error_type": errorType} }

func problem(w http.ResponseWriter, status int, message string, metadata fields) {
	serve.JSON(w, status, body(status, message, metadata))
}

// invalid refuses a request for a reason that tells the test's author what to mend.
func invalid(w http.ResponseWriter, reason string) {
	problem(w, http.StatusBadRequest, "Invalid request parameters: "+reason, typed("invalid_request"))
}

// unfit is why a model can't serve a request: the availability shape, which has no code.
type unfit struct {
	code, errorType, message string
	status                   int
	excludedBy               string
	constraint               string
}

func (u unfit) body(model string) fields {
	availability := fields{
		"code": u.code, "retryable": false, "requested_models": []string{model}, "docs_url": docs + u.code,
	}
	if u.excludedBy != "" {
		availability["excluded_by"] = []string{u.excludedBy}
		availability["affected_providers"] = []string{"acme"}
	}
	if u.constraint != "" {
		availability["constraint"] = fields{"field": u.constraint, "detail": u.message}
	}
	return fields{"error": fields{
		"message": u.message, "error_type": u.errorType, "http_status": u.status, "availability": availability,
	}}
}

// private is the refusal that a data policy causes; policy is "zdr" or "training".
func private(model, policy string) unfit {
	return unfit{
		code: "privacy_restricted", errorType: "not_found", status: http.StatusNotFound, excludedBy: "data_policy:" + policy,
		message: "No endpoints for " + model + " match your data policy. Adjust at https://openrouter.ai/settings/privacy.",
	}
}

func unknownModel(model string) unfit {
	return unfit{
		code: "model_not_found", errorType: "invalid_request", status: http.StatusBadRequest,
		message: model + " is not a valid model ID",
	}
}

func wrongEndpoint(model, use string) unfit {
	return unfit{
		code: "wrong_endpoint", errorType: "invalid_request", status: http.StatusBadRequest, constraint: "endpoint",
		message: model + " can't be used here; use " + use,
	}
}

func filtered(model, constraint string) unfit {
	return unfit{
		code: "constraint_filtered", errorType: "not_found", status: http.StatusNotFound,
		excludedBy: constraint, constraint: constraint,
		message: "No endpoints for " + model + " support the requested " + constraint,
	}
}
