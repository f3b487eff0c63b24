package check

import (
	"cmp"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Severity says how much a rule matters.
type Severity string

// The severities. A note is something to know, which may well be right as it is.
const (
	Must   Severity = "must"
	Should Severity = "should"
	Note   Severity = "note"
)

// Rule is one thing that is looked at. Its id is stable: it is kept nowhere, but people
// quote it. Title is the key of what it is, Why that of why it matters and what to do.
type Rule struct {
	ID       string
	Severity Severity
	Title    string
	Why      string

	find func(s *subject) []place
}

// Finding is a place that a rule is not met at.
type Finding struct {
	Rule     string            `json:"rule"`
	Severity Severity          `json:"severity"`
	Title    string            `json:"title"`
	Why      string            `json:"why"`
	Params   map[string]string `json:"params"` // gaps of both sentences
	Ref      string            `json:"ref"`    // the field to go to; "layout/…" is a setting of the page
}

// Report is all that is told about a résumé.
type Report struct {
	Fields   []Comparison `json:"fields"`
	Findings []Finding    `json:"findings"` // must before should before note
	Rules    int          `json:"rules"`    // how many were looked at
	Met      int          `json:"met"`      // of these
}

// place is where something was found, and what fills the gaps of the sentences.
type place struct {
	ref    string
	params map[string]string
}

func at(ref string, pairs ...string) place {
	p := place{ref, map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.params[pairs[i]] = pairs[i+1]
	}
	return p
}

// here is one place, or none.
func here(found bool, ref string, pairs ...string) []place {
	if !found {
		return nil
	}
	return []place{at(ref, pairs...)}
}

// subject is what the rules look at.
type subject struct {
	doc    resume.Document // without what is hidden
	read   career.Draft
	facts  PDFFacts
	fields []Comparison
	today  career.Date
	texts  []sentence
}

const mostPlaces = 25 // of one rule: nobody reads on

// Check looks at a document and at what was read back of its file. Today is the day it is
// looked at, for what lies in the future and for how long ago something was.
func Check(doc resume.Document, r Reading, today career.Date) Report {
	s := &subject{doc: doc.Shown(), read: r.Draft, facts: r.Facts, fields: Compare(doc, r.Draft), today: today}
	s.texts = sentences(s.doc)
	report := Report{Fields: s.fields, Findings: []Finding{}, Rules: len(rules)}
	for _, rule := range rules {
		places := rule.find(s)
		if len(places) == 0 {
			report.Met++
		}
		for _, p := range places[:min(len(places), mostPlaces)] {
			report.Findings = append(report.Findings, Finding{rule.ID, rule.Severity, rule.Title, rule.Why, p.params, p.ref})
		}
	}
	slices.SortStableFunc(report.Findings, func(a, b Finding) int { return cmp.Compare(weight(a.Severity), weight(b.Severity)) })
	return report
}

func weight(s Severity) int { return slices.Index([]Severity{Must, Should, Note}, s) }

// Rules lists the rules in the order they are looked at.
func Rules() []Rule { return slices.Clone(rules) }

// rules are all there are. To add one: a line here, a function beside those it is like,
// two sentences, and a case in rules_test.go that breaks it and one that doesn't.
var rules = []Rule{
	{"nameMissing", Must, "check.nameMissing", "check.nameMissingWhy", nameMissing},
	{"nameUnread", Must, "check.nameUnread", "check.nameUnreadWhy", nameUnread},
	{"contactMissing", Must, "check.contactMissing", "check.contactMissingWhy", contactMissing},
	{"emailMissing", Should, "check.emailMissing", "check.emailMissingWhy", emailMissing},
	{"phoneMissing", Note, "check.phoneMissing", "check.phoneMissingWhy", phoneMissing},
	{"placeMissing", Note, "check.placeMissing", "check.placeMissingWhy", placeMissing},
	{"emailOdd", Must, "check.emailOdd", "check.emailOddWhy", emailOdd},
	{"emailUnread", Must, "check.emailUnread", "check.emailUnreadWhy", emailUnread},
	{"phoneUnread", Should, "check.phoneUnread", "check.phoneUnreadWhy", phoneUnread},
	{"contactHidden", Must, "check.contactHidden", "check.contactHiddenWhy", contactHidden},
	{"linkDead", Should, "check.linkDead", "check.linkDeadWhy", linkDead},
	{"linkLong", Note, "check.linkLong", "check.linkLongWhy", linkLong},
	{"personalData", Should, "check.personalData", "check.personalDataWhy", personalData},
	{"photo", Note, "check.photo", "check.photoWhy", photo},

	{"datesMissing", Must, "check.datesMissing", "check.datesMissingWhy", datesMissing},
	{"datesUnread", Must, "check.datesUnread", "check.datesUnreadWhy", datesUnread},
	{"endBeforeStart", Must, "check.endBeforeStart", "check.endBeforeStartWhy", endBeforeStart},
	{"datesUnordered", Should, "check.datesUnordered", "check.datesUnorderedWhy", datesUnordered},
	{"datesMixed", Should, "check.datesMixed", "check.datesMixedWhy", datesMixed},
	{"datesOverlap", Note, "check.datesOverlap", "check.datesOverlapWhy", datesOverlap},
	{"datesAhead", Should, "check.datesAhead", "check.datesAheadWhy", datesAhead},
	{"gap", Note, "check.gap", "check.gapWhy", gaps},
	{"educationUndated", Should, "check.educationUndated", "check.educationUndatedWhy", educationUndated},

	{"titleUnread", Must, "check.titleUnread", "check.titleUnreadWhy", titleUnread},
	{"employerUnread", Must, "check.employerUnread", "check.employerUnreadWhy", employerUnread},
	{"linesUnread", Should, "check.linesUnread", "check.linesUnreadWhy", linesUnread},
	{"educationUnread", Should, "check.educationUnread", "check.educationUnreadWhy", educationUnread},
	{"skillsUnread", Should, "check.skillsUnread", "check.skillsUnreadWhy", skillsUnread},
	{"skillsMissing", Note, "check.skillsMissing", "check.skillsMissingWhy", skillsMissing},
	{"headingUnknown", Should, "check.headingUnknown", "check.headingUnknownWhy", headingUnknown},
	{"readingOrder", Must, "check.readingOrder", "check.readingOrderWhy", readingOrder},
	{"columns", Note, "check.columns", "check.columnsWhy", columns},

	{"unmappedText", Must, "check.unmappedText", "check.unmappedTextWhy", unmappedText},
	{"fontMissing", Must, "check.fontMissing", "check.fontMissingWhy", fontMissing},
	{"iconText", Should, "check.iconText", "check.iconTextWhy", iconText},
	{"oddCharacters", Should, "check.oddCharacters", "check.oddCharactersWhy", oddCharacters},
	{"textSmall", Should, "check.textSmall", "check.textSmallWhy", textSmall},
	{"manyPages", Note, "check.manyPages", "check.manyPagesWhy", manyPages},
	{"lastPageEmpty", Note, "check.lastPageEmpty", "check.lastPageEmptyWhy", lastPageEmpty},
	{"pageSize", Note, "check.pageSize", "check.pageSizeWhy", pageSize},
	{"fileLarge", Should, "check.fileLarge", "check.fileLargeWhy", fileLarge},
	{"languageTag", Should, "check.languageTag", "check.languageTagWhy", languageTag},
	{"fileTitle", Should, "check.fileTitle", "check.fileTitleWhy", fileTitle},
	{"untagged", Should, "check.untagged", "check.untaggedWhy", untagged},
	{"pictureUndescribed", Should, "check.pictureUndescribed", "check.pictureUndescribedWhy", pictureUndescribed},

	{"roleBare", Should, "check.roleBare", "check.roleBareWhy", roleBare},
	{"lineLong", Should, "check.lineLong", "check.lineLongWhy", lineLong},
	{"summaryLong", Note, "check.summaryLong", "check.summaryLongWhy", summaryLong},
	{"wordTwice", Should, "check.wordTwice", "check.wordTwiceWhy", wordTwice},
	{"sameOpening", Note, "check.sameOpening", "check.sameOpeningWhy", sameOpening},
	{"firstPerson", Note, "check.firstPerson", "check.firstPersonWhy", firstPerson},
	{"placeholder", Must, "check.placeholder", "check.placeholderWhy", placeholder},
}
