export namespace app {
	
	export class AccountView {
	    state: string;
	    hasPassphrase: boolean;
	    needsPassphrase: string;
	    hasRecoveryKey: boolean;
	    retryAfterMs: number;
	    trouble: string;
	    example: boolean;
	
	    static createFrom(source: any = {}) {
	        return new AccountView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.hasPassphrase = source["hasPassphrase"];
	        this.needsPassphrase = source["needsPassphrase"];
	        this.hasRecoveryKey = source["hasRecoveryKey"];
	        this.retryAfterMs = source["retryAfterMs"];
	        this.trouble = source["trouble"];
	        this.example = source["example"];
	    }
	}
	export class PointView {
	    evidence: scoring.Evidence;
	    try: string;
	    fact: string;
	
	    static createFrom(source: any = {}) {
	        return new PointView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.evidence = this.convertValues(source["evidence"], scoring.Evidence);
	        this.try = source["try"];
	        this.fact = source["fact"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ScoreView {
	    criteria: scoring.Criterion[];
	    overall?: number;
	    scored: number;
	    runs: number;
	    short: boolean;
	    offQuestion: boolean;
	    cause: string;
	    at: string;
	    model: string;
	    provider: string;
	    rubricVersion: string;
	    promptVersion: string;
	    costUsd?: number;
	    ownTemperature: boolean;
	    rubric?: rubric.Rubric;
	    advice: PointView[];
	
	    static createFrom(source: any = {}) {
	        return new ScoreView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.criteria = this.convertValues(source["criteria"], scoring.Criterion);
	        this.overall = source["overall"];
	        this.scored = source["scored"];
	        this.runs = source["runs"];
	        this.short = source["short"];
	        this.offQuestion = source["offQuestion"];
	        this.cause = source["cause"];
	        this.at = source["at"];
	        this.model = source["model"];
	        this.provider = source["provider"];
	        this.rubricVersion = source["rubricVersion"];
	        this.promptVersion = source["promptVersion"];
	        this.costUsd = source["costUsd"];
	        this.ownTemperature = source["ownTemperature"];
	        this.rubric = this.convertValues(source["rubric"], rubric.Rubric);
	        this.advice = this.convertValues(source["advice"], PointView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SaidView {
	    text: string;
	    words: transcript.Word[];
	    timed: boolean;
	    rough: boolean;
	    by: string;
	    model: string;
	    provisional: boolean;
	    leftThere: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SaidView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.words = this.convertValues(source["words"], transcript.Word);
	        this.timed = source["timed"];
	        this.rough = source["rough"];
	        this.by = source["by"];
	        this.model = source["model"];
	        this.provisional = source["provisional"];
	        this.leftThere = source["leftThere"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RatingView {
	    criterion: string;
	    level: number;
	
	    static createFrom(source: any = {}) {
	        return new RatingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.criterion = source["criterion"];
	        this.level = source["level"];
	    }
	}
	export class RecordingView {
	    id: string;
	    answerId: string;
	    capturedAt: string;
	    expiresAt: string;
	    kept: boolean;
	    durationMs: number;
	    startMs: number;
	    url: string;
	
	    static createFrom(source: any = {}) {
	        return new RecordingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.answerId = source["answerId"];
	        this.capturedAt = source["capturedAt"];
	        this.expiresAt = source["expiresAt"];
	        this.kept = source["kept"];
	        this.durationMs = source["durationMs"];
	        this.startMs = source["startMs"];
	        this.url = source["url"];
	    }
	}
	export class AnswerReportView {
	    id: string;
	    words: string;
	    probe: number;
	    attempt: number;
	    passed: boolean;
	    mode: string;
	    text: string;
	    keyPoints: string;
	    startedAt: string;
	    recordings: RecordingView[];
	    soundGone: boolean;
	    sound?: delivery.SoundMetrics;
	    language?: delivery.WordMetrics;
	    star?: star.Checklist;
	    terms: delivery.TermCoverage[];
	    selfRating: RatingView[];
	    speech?: delivery.SpeechMetrics;
	    said?: SaidView;
	    score?: ScoreView;
	    unwritten: boolean;
	    unscored: boolean;
	    worded?: followup.Source;
	
	    static createFrom(source: any = {}) {
	        return new AnswerReportView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.words = source["words"];
	        this.probe = source["probe"];
	        this.attempt = source["attempt"];
	        this.passed = source["passed"];
	        this.mode = source["mode"];
	        this.text = source["text"];
	        this.keyPoints = source["keyPoints"];
	        this.startedAt = source["startedAt"];
	        this.recordings = this.convertValues(source["recordings"], RecordingView);
	        this.soundGone = source["soundGone"];
	        this.sound = this.convertValues(source["sound"], delivery.SoundMetrics);
	        this.language = this.convertValues(source["language"], delivery.WordMetrics);
	        this.star = this.convertValues(source["star"], star.Checklist);
	        this.terms = this.convertValues(source["terms"], delivery.TermCoverage);
	        this.selfRating = this.convertValues(source["selfRating"], RatingView);
	        this.speech = this.convertValues(source["speech"], delivery.SpeechMetrics);
	        this.said = this.convertValues(source["said"], SaidView);
	        this.score = this.convertValues(source["score"], ScoreView);
	        this.unwritten = source["unwritten"];
	        this.unscored = source["unscored"];
	        this.worded = this.convertValues(source["worded"], followup.Source);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class BreakView {
	    before: number;
	    changed: string[];
	
	    static createFrom(source: any = {}) {
	        return new BreakView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.before = source["before"];
	        this.changed = source["changed"];
	    }
	}
	export class Envelope {
	    code: string;
	    key: string;
	    params: Record<string, string>;
	    field: string;
	    retryable: boolean;
	    retryAfterMs: number;
	    ref: string;
	
	    static createFrom(source: any = {}) {
	        return new Envelope(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.key = source["key"];
	        this.params = source["params"];
	        this.field = source["field"];
	        this.retryable = source["retryable"];
	        this.retryAfterMs = source["retryAfterMs"];
	        this.ref = source["ref"];
	    }
	}
	export class CaptionsView {
	    turn: number;
	    settled: string;
	    guess: string;
	    trouble?: Envelope;
	
	    static createFrom(source: any = {}) {
	        return new CaptionsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.turn = source["turn"];
	        this.settled = source["settled"];
	        this.guess = source["guess"];
	        this.trouble = this.convertValues(source["trouble"], Envelope);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CheckView {
	    fields: check.Comparison[];
	    findings: check.Finding[];
	    rules: number;
	    met: number;
	    pages: string[];
	    facts: check.PDFFacts;
	
	    static createFrom(source: any = {}) {
	        return new CheckView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fields = this.convertValues(source["fields"], check.Comparison);
	        this.findings = this.convertValues(source["findings"], check.Finding);
	        this.rules = source["rules"];
	        this.met = source["met"];
	        this.pages = source["pages"];
	        this.facts = this.convertValues(source["facts"], check.PDFFacts);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ClockView {
	    latest: string;
	    now: string;
	
	    static createFrom(source: any = {}) {
	        return new ClockView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.latest = source["latest"];
	        this.now = source["now"];
	    }
	}
	export class UsualView {
	    median: number;
	    low: number;
	    high: number;
	    rehearsals: number;
	
	    static createFrom(source: any = {}) {
	        return new UsualView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.median = source["median"];
	        this.low = source["low"];
	        this.high = source["high"];
	        this.rehearsals = source["rehearsals"];
	    }
	}
	export class LinePointView {
	    rehearsalId: string;
	    at: string;
	    value: number;
	    low: number;
	    high: number;
	    answers: number;
	    scored: number;
	    of: number;
	    quick: boolean;
	    model: string;
	    provider: string;
	    rubric: string;
	    prompt: string;
	    mode: string;
	    recogniser: string;
	    language: string;
	
	    static createFrom(source: any = {}) {
	        return new LinePointView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rehearsalId = source["rehearsalId"];
	        this.at = source["at"];
	        this.value = source["value"];
	        this.low = source["low"];
	        this.high = source["high"];
	        this.answers = source["answers"];
	        this.scored = source["scored"];
	        this.of = source["of"];
	        this.quick = source["quick"];
	        this.model = source["model"];
	        this.provider = source["provider"];
	        this.rubric = source["rubric"];
	        this.prompt = source["prompt"];
	        this.mode = source["mode"];
	        this.recogniser = source["recogniser"];
	        this.language = source["language"];
	    }
	}
	export class LineView {
	    points: LinePointView[];
	    breaks: BreakView[];
	    band?: UsualView;
	    trend: string;
	
	    static createFrom(source: any = {}) {
	        return new LineView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.points = this.convertValues(source["points"], LinePointView);
	        this.breaks = this.convertValues(source["breaks"], BreakView);
	        this.band = this.convertValues(source["band"], UsualView);
	        this.trend = source["trend"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CompetencyLineView {
	    id: string;
	    name: string;
	    questions: number;
	    answers: number;
	    unscored: number;
	    lastAt: string;
	    line: LineView;
	
	    static createFrom(source: any = {}) {
	        return new CompetencyLineView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.questions = source["questions"];
	        this.answers = source["answers"];
	        this.unscored = source["unscored"];
	        this.lastAt = source["lastAt"];
	        this.line = this.convertValues(source["line"], LineView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CriterionLineView {
	    criterion: string;
	    line: LineView;
	
	    static createFrom(source: any = {}) {
	        return new CriterionLineView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.criterion = source["criterion"];
	        this.line = this.convertValues(source["line"], LineView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DamageView {
	    id: string;
	    kind: string;
	
	    static createFrom(source: any = {}) {
	        return new DamageView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	    }
	}
	export class DocumentView {
	    id: string;
	    name: string;
	    bytes: number;
	    addedAt: string;
	
	    static createFrom(source: any = {}) {
	        return new DocumentView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.bytes = source["bytes"];
	        this.addedAt = source["addedAt"];
	    }
	}
	export class DraftView {
	    ledger: career.Ledger;
	    source: career.Source;
	    losses: career.Loss[];
	    doubts: string[];
	
	    static createFrom(source: any = {}) {
	        return new DraftView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ledger = this.convertValues(source["ledger"], career.Ledger);
	        this.source = this.convertValues(source["source"], career.Source);
	        this.losses = this.convertValues(source["losses"], career.Loss);
	        this.doubts = source["doubts"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class FactView {
	    kind: string;
	    name: string;
	    words: string[];
	    count: number;
	    of: number;
	    value: number;
	    low: number;
	    high: number;
	    at: string;
	
	    static createFrom(source: any = {}) {
	        return new FactView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.name = source["name"];
	        this.words = source["words"];
	        this.count = source["count"];
	        this.of = source["of"];
	        this.value = source["value"];
	        this.low = source["low"];
	        this.high = source["high"];
	        this.at = source["at"];
	    }
	}
	export class FontView {
	    script: string;
	    family: string;
	    bold: boolean;
	    url: string;
	
	    static createFrom(source: any = {}) {
	        return new FontView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.script = source["script"];
	        this.family = source["family"];
	        this.bold = source["bold"];
	        this.url = source["url"];
	    }
	}
	export class FoundServerView {
	    name: string;
	    baseUrl: string;
	    dialect: string;
	    models: string[];
	    parts: string[];
	
	    static createFrom(source: any = {}) {
	        return new FoundServerView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.baseUrl = source["baseUrl"];
	        this.dialect = source["dialect"];
	        this.models = source["models"];
	        this.parts = source["parts"];
	    }
	}
	export class RehearsalView {
	    id: string;
	    for: string;
	    personaId: string;
	    createdAt: string;
	    startedAt: string;
	    endedAt: string;
	    phase: string;
	    finished: boolean;
	    questions: number;
	    answered: number;
	    skipped: number;
	    soundMs: number;
	
	    static createFrom(source: any = {}) {
	        return new RehearsalView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.for = source["for"];
	        this.personaId = source["personaId"];
	        this.createdAt = source["createdAt"];
	        this.startedAt = source["startedAt"];
	        this.endedAt = source["endedAt"];
	        this.phase = source["phase"];
	        this.finished = source["finished"];
	        this.questions = source["questions"];
	        this.answered = source["answered"];
	        this.skipped = source["skipped"];
	        this.soundMs = source["soundMs"];
	    }
	}
	export class HistoryView {
	    items: RehearsalView[];
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new HistoryView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.items = this.convertValues(source["items"], RehearsalView);
	        this.total = source["total"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class HitView {
	    kind: string;
	    record: string;
	    item: string;
	    title: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new HitView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.record = source["record"];
	        this.item = source["item"];
	        this.title = source["title"];
	        this.text = source["text"];
	    }
	}
	
	
	export class MergeView {
	    added: career.Merged[];
	    known: career.Merged[];
	
	    static createFrom(source: any = {}) {
	        return new MergeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.added = this.convertValues(source["added"], career.Merged);
	        this.known = this.convertValues(source["known"], career.Merged);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MetricLineView {
	    metric: string;
	    line: LineView;
	    typical?: delivery.Band;
	
	    static createFrom(source: any = {}) {
	        return new MetricLineView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.metric = source["metric"];
	        this.line = this.convertValues(source["line"], LineView);
	        this.typical = this.convertValues(source["typical"], delivery.Band);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MicrophoneView {
	    id: string;
	    name: string;
	    default: boolean;
	
	    static createFrom(source: any = {}) {
	        return new MicrophoneView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.default = source["default"];
	    }
	}
	export class ModelView {
	    id: string;
	    name: string;
	    promptUsd?: number;
	    answerUsd?: number;
	    structured: boolean;
	    mustThink: boolean;
	    rough: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ModelView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.promptUsd = source["promptUsd"];
	        this.answerUsd = source["answerUsd"];
	        this.structured = source["structured"];
	        this.mustThink = source["mustThink"];
	        this.rough = source["rough"];
	    }
	}
	export class RecommendationView {
	    reason: string;
	    competencyId: string;
	    competency: string;
	    postingId: string;
	    about: string;
	    facts: FactView[];
	
	    static createFrom(source: any = {}) {
	        return new RecommendationView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.reason = source["reason"];
	        this.competencyId = source["competencyId"];
	        this.competency = source["competency"];
	        this.postingId = source["postingId"];
	        this.about = source["about"];
	        this.facts = this.convertValues(source["facts"], FactView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class WeekView {
	    start: string;
	    rehearsals: number;
	
	    static createFrom(source: any = {}) {
	        return new WeekView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.start = source["start"];
	        this.rehearsals = source["rehearsals"];
	    }
	}
	export class PastView {
	    id: string;
	    at: string;
	    for: string;
	    questions: number;
	    answered: number;
	    spokenMs: number;
	
	    static createFrom(source: any = {}) {
	        return new PastView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.at = source["at"];
	        this.for = source["for"];
	        this.questions = source["questions"];
	        this.answered = source["answered"];
	        this.spokenMs = source["spokenMs"];
	    }
	}
	export class PracticeView {
	    total: number;
	    answers: number;
	    spokenMs: number;
	    firstAt: string;
	    recent: PastView[];
	    weeks: WeekView[];
	    practised: number;
	
	    static createFrom(source: any = {}) {
	        return new PracticeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.answers = source["answers"];
	        this.spokenMs = source["spokenMs"];
	        this.firstAt = source["firstAt"];
	        this.recent = this.convertValues(source["recent"], PastView);
	        this.weeks = this.convertValues(source["weeks"], WeekView);
	        this.practised = source["practised"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class OverviewView {
	    practice: PracticeView;
	    competencies: CompetencyLineView[];
	    criteria: CriterionLineView[];
	    selfRatings: CriterionLineView[];
	    metrics: MetricLineView[];
	    next: RecommendationView[];
	
	    static createFrom(source: any = {}) {
	        return new OverviewView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.practice = this.convertValues(source["practice"], PracticeView);
	        this.competencies = this.convertValues(source["competencies"], CompetencyLineView);
	        this.criteria = this.convertValues(source["criteria"], CriterionLineView);
	        this.selfRatings = this.convertValues(source["selfRatings"], CriterionLineView);
	        this.metrics = this.convertValues(source["metrics"], MetricLineView);
	        this.next = this.convertValues(source["next"], RecommendationView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class PostingView {
	    id: string;
	    title: string;
	    titleFrom: posting.Span;
	    company: string;
	    companyFrom: posting.Span;
	    place: string;
	    placeFrom: posting.Span;
	    language: string;
	    covered: boolean;
	    text: string;
	    requirements: posting.Requirement[];
	    keywords: posting.Keyword[];
	    leftOut: number;
	    createdAt: string;
	    updatedAt: string;
	
	    static createFrom(source: any = {}) {
	        return new PostingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.titleFrom = this.convertValues(source["titleFrom"], posting.Span);
	        this.company = source["company"];
	        this.companyFrom = this.convertValues(source["companyFrom"], posting.Span);
	        this.place = source["place"];
	        this.placeFrom = this.convertValues(source["placeFrom"], posting.Span);
	        this.language = source["language"];
	        this.covered = source["covered"];
	        this.text = source["text"];
	        this.requirements = this.convertValues(source["requirements"], posting.Requirement);
	        this.keywords = this.convertValues(source["keywords"], posting.Keyword);
	        this.leftOut = source["leftOut"];
	        this.createdAt = source["createdAt"];
	        this.updatedAt = source["updatedAt"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ProviderAccountView {
	    label: string;
	    leftUsd?: number;
	    leftCredits?: number;
	    free: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ProviderAccountView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.label = source["label"];
	        this.leftUsd = source["leftUsd"];
	        this.leftCredits = source["leftCredits"];
	        this.free = source["free"];
	    }
	}
	export class ProviderView {
	    id: string;
	    kind: string;
	    name: string;
	    baseUrl: string;
	    dialect: string;
	    keyTail: string;
	
	    static createFrom(source: any = {}) {
	        return new ProviderView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.name = source["name"];
	        this.baseUrl = source["baseUrl"];
	        this.dialect = source["dialect"];
	        this.keyTail = source["keyTail"];
	    }
	}
	export class ProvidersView {
	    entries: ProviderView[];
	    choices: Record<string, provider.Choice>;
	    privacy: provider.Privacy;
	    sealed: boolean;
	    captions: boolean;
	    canCaption: boolean;
	    monthlyUsd: number;
	    spentUsd: number;
	
	    static createFrom(source: any = {}) {
	        return new ProvidersView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.entries = this.convertValues(source["entries"], ProviderView);
	        this.choices = this.convertValues(source["choices"], provider.Choice, true);
	        this.privacy = this.convertValues(source["privacy"], provider.Privacy);
	        this.sealed = source["sealed"];
	        this.captions = source["captions"];
	        this.canCaption = source["canCaption"];
	        this.monthlyUsd = source["monthlyUsd"];
	        this.spentUsd = source["spentUsd"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class QuestionReportView {
	    words: string;
	    tests: string;
	    competency: string;
	    skipped: boolean;
	    counts: number;
	    answers: AnswerReportView[];
	
	    static createFrom(source: any = {}) {
	        return new QuestionReportView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.words = source["words"];
	        this.tests = source["tests"];
	        this.competency = source["competency"];
	        this.skipped = source["skipped"];
	        this.counts = source["counts"];
	        this.answers = this.convertValues(source["answers"], AnswerReportView);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class RecoveryKeyView {
	    groups: string[];
	    ask: number[];
	
	    static createFrom(source: any = {}) {
	        return new RecoveryKeyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.groups = source["groups"];
	        this.ask = source["ask"];
	    }
	}
	
	export class WholeView {
	    level?: number;
	    scored: number;
	    answers: number;
	    cause: string;
	
	    static createFrom(source: any = {}) {
	        return new WholeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.scored = source["scored"];
	        this.answers = source["answers"];
	        this.cause = source["cause"];
	    }
	}
	export class ReportView {
	    rehearsal: RehearsalView;
	    rubric: rubric.Rubric;
	    questions: QuestionReportView[];
	    whole: WholeView;
	    live: boolean;
	    unread: number;
	    spentUsd?: number;
	    personaName: string;
	    bands: Record<string, delivery.Band>;
	    language: string;
	    translatedBy?: translation.Source;
	    checklist: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ReportView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rehearsal = this.convertValues(source["rehearsal"], RehearsalView);
	        this.rubric = this.convertValues(source["rubric"], rubric.Rubric);
	        this.questions = this.convertValues(source["questions"], QuestionReportView);
	        this.whole = this.convertValues(source["whole"], WholeView);
	        this.live = source["live"];
	        this.unread = source["unread"];
	        this.spentUsd = source["spentUsd"];
	        this.personaName = source["personaName"];
	        this.bands = this.convertValues(source["bands"], delivery.Band, true);
	        this.language = source["language"];
	        this.translatedBy = this.convertValues(source["translatedBy"], translation.Source);
	        this.checklist = source["checklist"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ResumeView {
	    id: string;
	    name: string;
	    language: string;
	    template: string;
	    follow: boolean;
	    createdAt: string;
	    updatedAt: string;
	    trashedAt: string;
	
	    static createFrom(source: any = {}) {
	        return new ResumeView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.language = source["language"];
	        this.template = source["template"];
	        this.follow = source["follow"];
	        this.createdAt = source["createdAt"];
	        this.updatedAt = source["updatedAt"];
	        this.trashedAt = source["trashedAt"];
	    }
	}
	export class TurnView {
	    state: string;
	    remainingMs: number;
	    waitMs: number;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new TurnView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.remainingMs = source["remainingMs"];
	        this.waitMs = source["waitMs"];
	        this.reason = source["reason"];
	    }
	}
	export class RoomView {
	    id: string;
	    for: string;
	    language: string;
	    personaId: string;
	    personaName: string;
	    phase: string;
	    before: string;
	    turn: number;
	    question: number;
	    questions: number;
	    probe: number;
	    attempt: number;
	    retrying: boolean;
	    feedback: string;
	    lead: string;
	    words: string;
	    tests: string;
	    mode: string;
	    draft: string;
	    speaking: boolean;
	    recording: boolean;
	    elapsedMs: number;
	    takes: number;
	    hasVoice: boolean;
	    handsFree: boolean;
	    outlook: TurnView;
	    captions?: CaptionsView;
	    canUnskip: boolean;
	    skipped: number[];
	    facts: interview.Fact[];
	
	    static createFrom(source: any = {}) {
	        return new RoomView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.for = source["for"];
	        this.language = source["language"];
	        this.personaId = source["personaId"];
	        this.personaName = source["personaName"];
	        this.phase = source["phase"];
	        this.before = source["before"];
	        this.turn = source["turn"];
	        this.question = source["question"];
	        this.questions = source["questions"];
	        this.probe = source["probe"];
	        this.attempt = source["attempt"];
	        this.retrying = source["retrying"];
	        this.feedback = source["feedback"];
	        this.lead = source["lead"];
	        this.words = source["words"];
	        this.tests = source["tests"];
	        this.mode = source["mode"];
	        this.draft = source["draft"];
	        this.speaking = source["speaking"];
	        this.recording = source["recording"];
	        this.elapsedMs = source["elapsedMs"];
	        this.takes = source["takes"];
	        this.hasVoice = source["hasVoice"];
	        this.handsFree = source["handsFree"];
	        this.outlook = this.convertValues(source["outlook"], TurnView);
	        this.captions = this.convertValues(source["captions"], CaptionsView);
	        this.canUnskip = source["canUnskip"];
	        this.skipped = source["skipped"];
	        this.facts = this.convertValues(source["facts"], interview.Fact);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class StepsView {
	    canUndo: boolean;
	    canRedo: boolean;
	
	    static createFrom(source: any = {}) {
	        return new StepsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.canUndo = source["canUndo"];
	        this.canRedo = source["canRedo"];
	    }
	}
	export class StudioView {
	    resume: ResumeView;
	    document: resume.Document;
	    canUndo: boolean;
	    canRedo: boolean;
	    savedAt: string;
	
	    static createFrom(source: any = {}) {
	        return new StudioView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.resume = this.convertValues(source["resume"], ResumeView);
	        this.document = this.convertValues(source["document"], resume.Document);
	        this.canUndo = source["canUndo"];
	        this.canRedo = source["canRedo"];
	        this.savedAt = source["savedAt"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SystemView {
	    version: string;
	    shell: string;
	    platform: string;
	    folder: string;
	
	    static createFrom(source: any = {}) {
	        return new SystemView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.shell = source["shell"];
	        this.platform = source["platform"];
	        this.folder = source["folder"];
	    }
	}
	export class TaskView {
	    state: string;
	    error?: Envelope;
	
	    static createFrom(source: any = {}) {
	        return new TaskView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.error = this.convertValues(source["error"], Envelope);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class TypedGroup {
	    group: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new TypedGroup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.group = source["group"];
	        this.text = source["text"];
	    }
	}
	
	export class VersionView {
	    id: string;
	    name: string;
	    reason: string;
	    createdAt: string;
	
	    static createFrom(source: any = {}) {
	        return new VersionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.reason = source["reason"];
	        this.createdAt = source["createdAt"];
	    }
	}
	

}

export namespace career {
	
	export class Award {
	    id: string;
	    title: string;
	    awarder: string;
	    date: string;
	    summary: string;
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Award(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.awarder = source["awarder"];
	        this.date = source["date"];
	        this.summary = source["summary"];
	        this.extra = source["extra"];
	    }
	}
	export class Picture {
	    id: string;
	    width: number;
	    height: number;
	    description: string;
	
	    static createFrom(source: any = {}) {
	        return new Picture(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.width = source["width"];
	        this.height = source["height"];
	        this.description = source["description"];
	    }
	}
	export class Profile {
	    network: string;
	    username: string;
	    url: string;
	
	    static createFrom(source: any = {}) {
	        return new Profile(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.network = source["network"];
	        this.username = source["username"];
	        this.url = source["url"];
	    }
	}
	export class Location {
	    address: string;
	    postalCode: string;
	    city: string;
	    region: string;
	    countryCode: string;
	
	    static createFrom(source: any = {}) {
	        return new Location(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.address = source["address"];
	        this.postalCode = source["postalCode"];
	        this.city = source["city"];
	        this.region = source["region"];
	        this.countryCode = source["countryCode"];
	    }
	}
	export class Basics {
	    name: string;
	    label: string;
	    email: string;
	    phone: string;
	    url: string;
	    summary: string;
	    location: Location;
	    profiles: Profile[];
	    picture?: Picture;
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Basics(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.label = source["label"];
	        this.email = source["email"];
	        this.phone = source["phone"];
	        this.url = source["url"];
	        this.summary = source["summary"];
	        this.location = this.convertValues(source["location"], Location);
	        this.profiles = this.convertValues(source["profiles"], Profile);
	        this.picture = this.convertValues(source["picture"], Picture);
	        this.extra = source["extra"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Certificate {
	    id: string;
	    name: string;
	    issuer: string;
	    date: string;
	    url: string;
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Certificate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.issuer = source["issuer"];
	        this.date = source["date"];
	        this.url = source["url"];
	        this.extra = source["extra"];
	    }
	}
	export class Crop {
	    x: number;
	    y: number;
	    width: number;
	    height: number;
	
	    static createFrom(source: any = {}) {
	        return new Crop(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.x = source["x"];
	        this.y = source["y"];
	        this.width = source["width"];
	        this.height = source["height"];
	    }
	}
	export class Highlight {
	    id: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Highlight(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	    }
	}
	export class CustomItem {
	    id: string;
	    title: string;
	    subtitle: string;
	    location: string;
	    url: string;
	    startDate: string;
	    endDate: string;
	    current: boolean;
	    summary: string;
	    highlights: Highlight[];
	
	    static createFrom(source: any = {}) {
	        return new CustomItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.subtitle = source["subtitle"];
	        this.location = source["location"];
	        this.url = source["url"];
	        this.startDate = source["startDate"];
	        this.endDate = source["endDate"];
	        this.current = source["current"];
	        this.summary = source["summary"];
	        this.highlights = this.convertValues(source["highlights"], Highlight);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Custom {
	    id: string;
	    heading: string;
	    items: CustomItem[];
	
	    static createFrom(source: any = {}) {
	        return new Custom(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.heading = source["heading"];
	        this.items = this.convertValues(source["items"], CustomItem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Education {
	    id: string;
	    institution: string;
	    studyType: string;
	    area: string;
	    startDate: string;
	    endDate: string;
	    current: boolean;
	    score: string;
	    courses: string[];
	    location: string;
	    url: string;
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Education(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.institution = source["institution"];
	        this.studyType = source["studyType"];
	        this.area = source["area"];
	        this.startDate = source["startDate"];
	        this.endDate = source["endDate"];
	        this.current = source["current"];
	        this.score = source["score"];
	        this.courses = source["courses"];
	        this.location = source["location"];
	        this.url = source["url"];
	        this.extra = source["extra"];
	    }
	}
	
	export class Interest {
	    id: string;
	    name: string;
	    keywords: string[];
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Interest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.keywords = source["keywords"];
	        this.extra = source["extra"];
	    }
	}
	export class Language {
	    id: string;
	    language: string;
	    fluency: string;
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Language(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.language = source["language"];
	        this.fluency = source["fluency"];
	        this.extra = source["extra"];
	    }
	}
	export class Section {
	    id: string;
	    kind: string;
	    heading: string;
	    lines: string[];
	
	    static createFrom(source: any = {}) {
	        return new Section(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.heading = source["heading"];
	        this.lines = source["lines"];
	    }
	}
	export class Reference {
	    id: string;
	    name: string;
	    reference: string;
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Reference(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.reference = source["reference"];
	        this.extra = source["extra"];
	    }
	}
	export class Volunteer {
	    id: string;
	    organization: string;
	    position: string;
	    location: string;
	    url: string;
	    startDate: string;
	    endDate: string;
	    current: boolean;
	    summary: string;
	    highlights: Highlight[];
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Volunteer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.organization = source["organization"];
	        this.position = source["position"];
	        this.location = source["location"];
	        this.url = source["url"];
	        this.startDate = source["startDate"];
	        this.endDate = source["endDate"];
	        this.current = source["current"];
	        this.summary = source["summary"];
	        this.highlights = this.convertValues(source["highlights"], Highlight);
	        this.extra = source["extra"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Publication {
	    id: string;
	    name: string;
	    publisher: string;
	    releaseDate: string;
	    url: string;
	    summary: string;
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Publication(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.publisher = source["publisher"];
	        this.releaseDate = source["releaseDate"];
	        this.url = source["url"];
	        this.summary = source["summary"];
	        this.extra = source["extra"];
	    }
	}
	export class Skill {
	    id: string;
	    name: string;
	    level: string;
	    keywords: string[];
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Skill(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.level = source["level"];
	        this.keywords = source["keywords"];
	        this.extra = source["extra"];
	    }
	}
	export class Project {
	    id: string;
	    name: string;
	    entity: string;
	    type: string;
	    roles: string[];
	    url: string;
	    startDate: string;
	    endDate: string;
	    current: boolean;
	    description: string;
	    highlights: Highlight[];
	    keywords: string[];
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Project(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.entity = source["entity"];
	        this.type = source["type"];
	        this.roles = source["roles"];
	        this.url = source["url"];
	        this.startDate = source["startDate"];
	        this.endDate = source["endDate"];
	        this.current = source["current"];
	        this.description = source["description"];
	        this.highlights = this.convertValues(source["highlights"], Highlight);
	        this.keywords = source["keywords"];
	        this.extra = source["extra"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Work {
	    id: string;
	    name: string;
	    position: string;
	    location: string;
	    url: string;
	    startDate: string;
	    endDate: string;
	    current: boolean;
	    summary: string;
	    highlights: Highlight[];
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Work(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.position = source["position"];
	        this.location = source["location"];
	        this.url = source["url"];
	        this.startDate = source["startDate"];
	        this.endDate = source["endDate"];
	        this.current = source["current"];
	        this.summary = source["summary"];
	        this.highlights = this.convertValues(source["highlights"], Highlight);
	        this.extra = source["extra"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Ledger {
	    basics: Basics;
	    work: Work[];
	    education: Education[];
	    projects: Project[];
	    skills: Skill[];
	    languages: Language[];
	    certificates: Certificate[];
	    awards: Award[];
	    publications: Publication[];
	    volunteer: Volunteer[];
	    references: Reference[];
	    interests: Interest[];
	    custom: Custom[];
	    sections: Section[];
	    extra?: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new Ledger(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.basics = this.convertValues(source["basics"], Basics);
	        this.work = this.convertValues(source["work"], Work);
	        this.education = this.convertValues(source["education"], Education);
	        this.projects = this.convertValues(source["projects"], Project);
	        this.skills = this.convertValues(source["skills"], Skill);
	        this.languages = this.convertValues(source["languages"], Language);
	        this.certificates = this.convertValues(source["certificates"], Certificate);
	        this.awards = this.convertValues(source["awards"], Award);
	        this.publications = this.convertValues(source["publications"], Publication);
	        this.volunteer = this.convertValues(source["volunteer"], Volunteer);
	        this.references = this.convertValues(source["references"], Reference);
	        this.interests = this.convertValues(source["interests"], Interest);
	        this.custom = this.convertValues(source["custom"], Custom);
	        this.sections = this.convertValues(source["sections"], Section);
	        this.extra = source["extra"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Loss {
	    reason: string;
	    page: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Loss(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.reason = source["reason"];
	        this.page = source["page"];
	        this.text = source["text"];
	    }
	}
	export class Merged {
	    part: string;
	    title: string;
	
	    static createFrom(source: any = {}) {
	        return new Merged(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.part = source["part"];
	        this.title = source["title"];
	    }
	}
	
	
	
	
	
	
	
	export class Source {
	    format: string;
	    pages: string[];
	
	    static createFrom(source: any = {}) {
	        return new Source(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.format = source["format"];
	        this.pages = source["pages"];
	    }
	}
	

}

export namespace check {
	
	export class Comparison {
	    key: string;
	    part: string;
	    ref: string;
	    shown: string;
	    read: string;
	    state: string;
	    onPage: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Comparison(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.part = source["part"];
	        this.ref = source["ref"];
	        this.shown = source["shown"];
	        this.read = source["read"];
	        this.state = source["state"];
	        this.onPage = source["onPage"];
	    }
	}
	export class Finding {
	    rule: string;
	    severity: string;
	    title: string;
	    why: string;
	    params: Record<string, string>;
	    ref: string;
	
	    static createFrom(source: any = {}) {
	        return new Finding(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rule = source["rule"];
	        this.severity = source["severity"];
	        this.title = source["title"];
	        this.why = source["why"];
	        this.params = source["params"];
	        this.ref = source["ref"];
	    }
	}
	export class FontFact {
	    name: string;
	    embedded: boolean;
	
	    static createFrom(source: any = {}) {
	        return new FontFact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.embedded = source["embedded"];
	    }
	}
	export class LinkFact {
	    page: number;
	    url: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new LinkFact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.page = source["page"];
	        this.url = source["url"];
	        this.text = source["text"];
	    }
	}
	export class PageFacts {
	    width: number;
	    height: number;
	    characters: number;
	    columns: number;
	    drawn: string;
	    furniture: string;
	
	    static createFrom(source: any = {}) {
	        return new PageFacts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.width = source["width"];
	        this.height = source["height"];
	        this.characters = source["characters"];
	        this.columns = source["columns"];
	        this.drawn = source["drawn"];
	        this.furniture = source["furniture"];
	    }
	}
	export class PDFFacts {
	    bytes: number;
	    title: string;
	    language: string;
	    tagged: boolean;
	    pages: PageFacts[];
	    fonts: FontFact[];
	    links: LinkFact[];
	    images: number;
	    undescribed: number;
	    attachments: number;
	    unmapped: number;
	    private: number;
	    smallestSize: number;
	    smallText: string;
	
	    static createFrom(source: any = {}) {
	        return new PDFFacts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.bytes = source["bytes"];
	        this.title = source["title"];
	        this.language = source["language"];
	        this.tagged = source["tagged"];
	        this.pages = this.convertValues(source["pages"], PageFacts);
	        this.fonts = this.convertValues(source["fonts"], FontFact);
	        this.links = this.convertValues(source["links"], LinkFact);
	        this.images = source["images"];
	        this.undescribed = source["undescribed"];
	        this.attachments = source["attachments"];
	        this.unmapped = source["unmapped"];
	        this.private = source["private"];
	        this.smallestSize = source["smallestSize"];
	        this.smallText = source["smallText"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace compare {
	
	export class Part {
	    text: string;
	    kind: string;
	
	    static createFrom(source: any = {}) {
	        return new Part(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.kind = source["kind"];
	    }
	}
	export class Change {
	    field: string;
	    label: string[];
	    before: string;
	    after: string;
	    parts: Part[];
	
	    static createFrom(source: any = {}) {
	        return new Change(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.label = source["label"];
	        this.before = source["before"];
	        this.after = source["after"];
	        this.parts = this.convertValues(source["parts"], Part);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace delivery {
	
	export class Band {
	    low: number;
	    high: number;
	    unit: string;
	    source: string;
	    language: string;
	
	    static createFrom(source: any = {}) {
	        return new Band(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.low = source["low"];
	        this.high = source["high"];
	        this.unit = source["unit"];
	        this.source = source["source"];
	        this.language = source["language"];
	    }
	}
	export class Place {
	    start: number;
	    end: number;
	    text: string;
	    wordStart: number;
	    wordEnd: number;
	
	    static createFrom(source: any = {}) {
	        return new Place(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.start = source["start"];
	        this.end = source["end"];
	        this.text = source["text"];
	        this.wordStart = source["wordStart"];
	        this.wordEnd = source["wordEnd"];
	    }
	}
	export class Count {
	    total: number;
	    per100Words?: number;
	    perMinute?: number;
	    places: Place[];
	
	    static createFrom(source: any = {}) {
	        return new Count(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.per100Words = source["per100Words"];
	        this.perMinute = source["perMinute"];
	        this.places = this.convertValues(source["places"], Place);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class FirstPerson {
	    i: number;
	    we: number;
	
	    static createFrom(source: any = {}) {
	        return new FirstPerson(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.i = source["i"];
	        this.we = source["we"];
	    }
	}
	export class Hesitation {
	    startMs: number;
	    endMs: number;
	    before?: Place;
	    after?: Place;
	
	    static createFrom(source: any = {}) {
	        return new Hesitation(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.startMs = source["startMs"];
	        this.endMs = source["endMs"];
	        this.before = this.convertValues(source["before"], Place);
	        this.after = this.convertValues(source["after"], Place);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Segment {
	    startMs: number;
	    endMs: number;
	
	    static createFrom(source: any = {}) {
	        return new Segment(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.startMs = source["startMs"];
	        this.endMs = source["endMs"];
	    }
	}
	export class Pauses {
	    phonationMs: number;
	    phonationRatio: number;
	    count: number;
	    longCount: number;
	    perMinute: number;
	    meanMs?: number;
	    longestMs?: number;
	    long: Segment[];
	
	    static createFrom(source: any = {}) {
	        return new Pauses(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.phonationMs = source["phonationMs"];
	        this.phonationRatio = source["phonationRatio"];
	        this.count = source["count"];
	        this.longCount = source["longCount"];
	        this.perMinute = source["perMinute"];
	        this.meanMs = source["meanMs"];
	        this.longestMs = source["longestMs"];
	        this.long = this.convertValues(source["long"], Segment);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class SoundMetrics {
	    definitionVersion: number;
	    recordedMs: number;
	    timeToFirstWordMs?: number;
	    responseLatencyMs?: number;
	    speakingMs: number;
	    tooShort: boolean;
	    pauses?: Pauses;
	
	    static createFrom(source: any = {}) {
	        return new SoundMetrics(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.definitionVersion = source["definitionVersion"];
	        this.recordedMs = source["recordedMs"];
	        this.timeToFirstWordMs = source["timeToFirstWordMs"];
	        this.responseLatencyMs = source["responseLatencyMs"];
	        this.speakingMs = source["speakingMs"];
	        this.tooShort = source["tooShort"];
	        this.pauses = this.convertValues(source["pauses"], Pauses);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SpeechMetrics {
	    answerRateWpm?: number;
	    articulationRateWpm?: number;
	    meanRunWords?: number;
	    firstWordMs?: number;
	    hesitations: Hesitation[];
	
	    static createFrom(source: any = {}) {
	        return new SpeechMetrics(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.answerRateWpm = source["answerRateWpm"];
	        this.articulationRateWpm = source["articulationRateWpm"];
	        this.meanRunWords = source["meanRunWords"];
	        this.firstWordMs = source["firstWordMs"];
	        this.hesitations = this.convertValues(source["hesitations"], Hesitation);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TermCoverage {
	    term: string;
	    covered: boolean;
	    places: Place[];
	
	    static createFrom(source: any = {}) {
	        return new TermCoverage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.term = source["term"];
	        this.covered = source["covered"];
	        this.places = this.convertValues(source["places"], Place);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class WordCount {
	    word: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new WordCount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.word = source["word"];
	        this.count = source["count"];
	    }
	}
	export class WordMetrics {
	    definitionVersion: number;
	    words: number;
	    tooShort: boolean;
	    speechRateWpm?: number;
	    hedges?: Count;
	    repeats?: Count;
	    filledPauses?: Count;
	    discourseFillers?: Count;
	    firstPerson?: FirstPerson;
	    mostUsed: WordCount[];
	
	    static createFrom(source: any = {}) {
	        return new WordMetrics(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.definitionVersion = source["definitionVersion"];
	        this.words = source["words"];
	        this.tooShort = source["tooShort"];
	        this.speechRateWpm = source["speechRateWpm"];
	        this.hedges = this.convertValues(source["hedges"], Count);
	        this.repeats = this.convertValues(source["repeats"], Count);
	        this.filledPauses = this.convertValues(source["filledPauses"], Count);
	        this.discourseFillers = this.convertValues(source["discourseFillers"], Count);
	        this.firstPerson = this.convertValues(source["firstPerson"], FirstPerson);
	        this.mostUsed = this.convertValues(source["mostUsed"], WordCount);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace followup {
	
	export class Source {
	    model: string;
	    provider: string;
	    promptVersion: string;
	    costUsd?: number;
	
	    static createFrom(source: any = {}) {
	        return new Source(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.model = source["model"];
	        this.provider = source["provider"];
	        this.promptVersion = source["promptVersion"];
	        this.costUsd = source["costUsd"];
	    }
	}

}

export namespace interview {
	
	export class LanguageChoice {
	    code: string;
	    name: string;
	    builtIn: boolean;
	    hasVoice: boolean;
	    heard: boolean;
	    checklist: boolean;
	
	    static createFrom(source: any = {}) {
	        return new LanguageChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.name = source["name"];
	        this.builtIn = source["builtIn"];
	        this.hasVoice = source["hasVoice"];
	        this.heard = source["heard"];
	        this.checklist = source["checklist"];
	    }
	}
	export class CompetencyChoice {
	    id: string;
	    name: string;
	
	    static createFrom(source: any = {}) {
	        return new CompetencyChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	    }
	}
	export class LengthChoice {
	    questions: number;
	    minutes: number;
	
	    static createFrom(source: any = {}) {
	        return new LengthChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.questions = source["questions"];
	        this.minutes = source["minutes"];
	    }
	}
	export class PersonaChoice {
	    id: string;
	    name: string;
	    description: string;
	
	    static createFrom(source: any = {}) {
	        return new PersonaChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.description = source["description"];
	    }
	}
	export class Choices {
	    personas: PersonaChoice[];
	    lengths: LengthChoice[];
	    competencies: CompetencyChoice[];
	    hasVoice: boolean;
	    languages: LanguageChoice[];
	    hasTranslator: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Choices(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.personas = this.convertValues(source["personas"], PersonaChoice);
	        this.lengths = this.convertValues(source["lengths"], LengthChoice);
	        this.competencies = this.convertValues(source["competencies"], CompetencyChoice);
	        this.hasVoice = source["hasVoice"];
	        this.languages = this.convertValues(source["languages"], LanguageChoice);
	        this.hasTranslator = source["hasTranslator"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MeasureChange {
	    measure: string;
	    first: number;
	    second: number;
	
	    static createFrom(source: any = {}) {
	        return new MeasureChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.measure = source["measure"];
	        this.first = source["first"];
	        this.second = source["second"];
	    }
	}
	export class PartChange {
	    part: string;
	    first: boolean;
	    second: boolean;
	
	    static createFrom(source: any = {}) {
	        return new PartChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.part = source["part"];
	        this.first = source["first"];
	        this.second = source["second"];
	    }
	}
	export class Span {
	    level: number;
	    low: number;
	    high: number;
	
	    static createFrom(source: any = {}) {
	        return new Span(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.low = source["low"];
	        this.high = source["high"];
	    }
	}
	export class CriterionChange {
	    id: string;
	    name: string;
	    first: Span;
	    second: Span;
	    change: string;
	
	    static createFrom(source: any = {}) {
	        return new CriterionChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.first = this.convertValues(source["first"], Span);
	        this.second = this.convertValues(source["second"], Span);
	        this.change = source["change"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Comparison {
	    first: number;
	    second: number;
	    unscored: string;
	    criteria: CriterionChange[];
	    star: PartChange[];
	    measures: MeasureChange[];
	    words: compare.Part[];
	
	    static createFrom(source: any = {}) {
	        return new Comparison(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.first = source["first"];
	        this.second = source["second"];
	        this.unscored = source["unscored"];
	        this.criteria = this.convertValues(source["criteria"], CriterionChange);
	        this.star = this.convertValues(source["star"], PartChange);
	        this.measures = this.convertValues(source["measures"], MeasureChange);
	        this.words = this.convertValues(source["words"], compare.Part);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class Fact {
	    itemId: string;
	    from: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Fact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.itemId = source["itemId"];
	        this.from = source["from"];
	        this.text = source["text"];
	    }
	}
	
	
	
	
	
	
	export class Wish {
	    postingId: string;
	    personaId: string;
	    length: number;
	    feedback: string;
	    factIds: string[];
	    live: boolean;
	    competencies: string[];
	    language: string;
	    difficulty: string;
	
	    static createFrom(source: any = {}) {
	        return new Wish(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.postingId = source["postingId"];
	        this.personaId = source["personaId"];
	        this.length = source["length"];
	        this.feedback = source["feedback"];
	        this.factIds = source["factIds"];
	        this.live = source["live"];
	        this.competencies = source["competencies"];
	        this.language = source["language"];
	        this.difficulty = source["difficulty"];
	    }
	}

}

export namespace posting {
	
	export class RequirementEdit {
	    id: string;
	    text: string;
	    must: boolean;
	    source?: string;
	
	    static createFrom(source: any = {}) {
	        return new RequirementEdit(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	        this.must = source["must"];
	        this.source = source["source"];
	    }
	}
	export class Edit {
	    text?: string;
	    title?: string;
	    company?: string;
	    place?: string;
	    requirements?: RequirementEdit[];
	    keywords?: string[];
	
	    static createFrom(source: any = {}) {
	        return new Edit(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.title = source["title"];
	        this.company = source["company"];
	        this.place = source["place"];
	        this.requirements = this.convertValues(source["requirements"], RequirementEdit);
	        this.keywords = source["keywords"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Span {
	    start: number;
	    end: number;
	
	    static createFrom(source: any = {}) {
	        return new Span(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.start = source["start"];
	        this.end = source["end"];
	    }
	}
	export class Keyword {
	    term: string;
	    sentence: Span;
	
	    static createFrom(source: any = {}) {
	        return new Keyword(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.term = source["term"];
	        this.sentence = this.convertValues(source["sentence"], Span);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Requirement {
	    id: string;
	    text: string;
	    must: boolean;
	    sentence: Span;
	    source: string;
	    corrected: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Requirement(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	        this.must = source["must"];
	        this.sentence = this.convertValues(source["sentence"], Span);
	        this.source = source["source"];
	        this.corrected = source["corrected"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	

}

export namespace profile {
	
	export class Profile {
	    profession: string;
	    jobTitle: string;
	    level: string;
	    industries: string[];
	    goals: string;
	    interests: string[];
	
	    static createFrom(source: any = {}) {
	        return new Profile(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.profession = source["profession"];
	        this.jobTitle = source["jobTitle"];
	        this.level = source["level"];
	        this.industries = source["industries"];
	        this.goals = source["goals"];
	        this.interests = source["interests"];
	    }
	}

}

export namespace provider {
	
	export class Choice {
	    providerId: string;
	    model: string;
	    mustThink: boolean;
	    promptUsd?: number;
	    answerUsd?: number;
	
	    static createFrom(source: any = {}) {
	        return new Choice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.providerId = source["providerId"];
	        this.model = source["model"];
	        this.mustThink = source["mustThink"];
	        this.promptUsd = source["promptUsd"];
	        this.answerUsd = source["answerUsd"];
	    }
	}
	export class Forecast {
	    translation?: number;
	    followUps?: number;
	    scores?: number;
	
	    static createFrom(source: any = {}) {
	        return new Forecast(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.translation = source["translation"];
	        this.followUps = source["followUps"];
	        this.scores = source["scores"];
	    }
	}
	export class Privacy {
	    allowTraining: boolean;
	    zeroRetention: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Privacy(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.allowTraining = source["allowTraining"];
	        this.zeroRetention = source["zeroRetention"];
	    }
	}

}

export namespace resume {
	
	export class LineWords {
	    field: string;
	    text: string;
	    worded: boolean;
	    ledger: string;
	    id: string;
	    hidden: boolean;
	
	    static createFrom(source: any = {}) {
	        return new LineWords(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.text = source["text"];
	        this.worded = source["worded"];
	        this.ledger = source["ledger"];
	        this.id = source["id"];
	        this.hidden = source["hidden"];
	    }
	}
	export class Entry {
	    id: string;
	    hidden: boolean;
	    break: boolean;
	    joined: boolean;
	    title: Words;
	    degree: string;
	    organisation: string;
	    place: string;
	    url: string;
	    start: string;
	    end: string;
	    current: boolean;
	    detail: Words;
	    score: string;
	    summary: Words;
	    lines: LineWords[];
	    tags: Words[];
	
	    static createFrom(source: any = {}) {
	        return new Entry(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.hidden = source["hidden"];
	        this.break = source["break"];
	        this.joined = source["joined"];
	        this.title = this.convertValues(source["title"], Words);
	        this.degree = source["degree"];
	        this.organisation = source["organisation"];
	        this.place = source["place"];
	        this.url = source["url"];
	        this.start = source["start"];
	        this.end = source["end"];
	        this.current = source["current"];
	        this.detail = this.convertValues(source["detail"], Words);
	        this.score = source["score"];
	        this.summary = this.convertValues(source["summary"], Words);
	        this.lines = this.convertValues(source["lines"], LineWords);
	        this.tags = this.convertValues(source["tags"], Words);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Words {
	    field: string;
	    text: string;
	    worded: boolean;
	    ledger: string;
	
	    static createFrom(source: any = {}) {
	        return new Words(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.text = source["text"];
	        this.worded = source["worded"];
	        this.ledger = source["ledger"];
	    }
	}
	export class Block {
	    key: string;
	    kind: string;
	    title: Words;
	    column: string;
	    break: boolean;
	    hidden: boolean;
	    summary: Words;
	    entries: Entry[];
	
	    static createFrom(source: any = {}) {
	        return new Block(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.title = this.convertValues(source["title"], Words);
	        this.column = source["column"];
	        this.break = source["break"];
	        this.hidden = source["hidden"];
	        this.summary = this.convertValues(source["summary"], Words);
	        this.entries = this.convertValues(source["entries"], Entry);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Contact {
	    kind: string;
	    text: string;
	    url: string;
	    network: string;
	
	    static createFrom(source: any = {}) {
	        return new Contact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.text = source["text"];
	        this.url = source["url"];
	        this.network = source["network"];
	    }
	}
	export class Head {
	    name: string;
	    label: Words;
	    contacts: Contact[];
	    picture?: career.Picture;
	
	    static createFrom(source: any = {}) {
	        return new Head(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.label = this.convertValues(source["label"], Words);
	        this.contacts = this.convertValues(source["contacts"], Contact);
	        this.picture = this.convertValues(source["picture"], career.Picture);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Layout {
	    template: string;
	    paper: string;
	    accent: string;
	    font: string;
	    headingFont: string;
	    fontSize: number;
	    lineHeight: number;
	    spacing: number;
	    margin: number;
	    sideWidth: number;
	    dateStyle: string;
	    pageNumbers: boolean;
	    showPicture: boolean;
	    justify: boolean;
	    fitPages: number;
	
	    static createFrom(source: any = {}) {
	        return new Layout(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.template = source["template"];
	        this.paper = source["paper"];
	        this.accent = source["accent"];
	        this.font = source["font"];
	        this.headingFont = source["headingFont"];
	        this.fontSize = source["fontSize"];
	        this.lineHeight = source["lineHeight"];
	        this.spacing = source["spacing"];
	        this.margin = source["margin"];
	        this.sideWidth = source["sideWidth"];
	        this.dateStyle = source["dateStyle"];
	        this.pageNumbers = source["pageNumbers"];
	        this.showPicture = source["showPicture"];
	        this.justify = source["justify"];
	        this.fitPages = source["fitPages"];
	    }
	}
	export class Document {
	    name: string;
	    language: string;
	    layout: Layout;
	    head: Head;
	    sections: Block[];
	
	    static createFrom(source: any = {}) {
	        return new Document(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.language = source["language"];
	        this.layout = this.convertValues(source["layout"], Layout);
	        this.head = this.convertValues(source["head"], Head);
	        this.sections = this.convertValues(source["sections"], Block);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	

}

export namespace rubric {
	
	export class Criterion {
	    id: string;
	    name: string;
	    question: string;
	    anchors: string[];
	
	    static createFrom(source: any = {}) {
	        return new Criterion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.question = source["question"];
	        this.anchors = source["anchors"];
	    }
	}
	export class Rubric {
	    version: string;
	    criteria: Criterion[];
	
	    static createFrom(source: any = {}) {
	        return new Rubric(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.criteria = this.convertValues(source["criteria"], Criterion);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace scoring {
	
	export class Evidence {
	    from: number;
	    to: number;
	
	    static createFrom(source: any = {}) {
	        return new Evidence(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	    }
	}
	export class Criterion {
	    id: string;
	    status: string;
	    level: number;
	    low: number;
	    high: number;
	    capped: boolean;
	    evidence: Evidence[];
	    cause: string;
	
	    static createFrom(source: any = {}) {
	        return new Criterion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.status = source["status"];
	        this.level = source["level"];
	        this.low = source["low"];
	        this.high = source["high"];
	        this.capped = source["capped"];
	        this.evidence = this.convertValues(source["evidence"], Evidence);
	        this.cause = source["cause"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace settings {
	
	export class Appearance {
	    theme: string;
	    language: string;
	
	    static createFrom(source: any = {}) {
	        return new Appearance(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.theme = source["theme"];
	        this.language = source["language"];
	    }
	}
	export class Device {
	    microphoneId: string;
	
	    static createFrom(source: any = {}) {
	        return new Device(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.microphoneId = source["microphoneId"];
	    }
	}
	export class Settings {
	    density: string;
	    motion: string;
	    uiScale: number;
	    singleKeys: boolean;
	    spokenQuestions: boolean;
	    lockAfterMin: number;
	    recordingDays: number;
	    handsFree: boolean;
	    silenceMs: number;
	
	    static createFrom(source: any = {}) {
	        return new Settings(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.density = source["density"];
	        this.motion = source["motion"];
	        this.uiScale = source["uiScale"];
	        this.singleKeys = source["singleKeys"];
	        this.spokenQuestions = source["spokenQuestions"];
	        this.lockAfterMin = source["lockAfterMin"];
	        this.recordingDays = source["recordingDays"];
	        this.handsFree = source["handsFree"];
	        this.silenceMs = source["silenceMs"];
	    }
	}

}

export namespace star {
	
	export class Cue {
	    start: number;
	    end: number;
	    text: string;
	    rule: string;
	
	    static createFrom(source: any = {}) {
	        return new Cue(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.start = source["start"];
	        this.end = source["end"];
	        this.text = source["text"];
	        this.rule = source["rule"];
	    }
	}
	export class Finding {
	    present: boolean;
	    cues: Cue[];
	
	    static createFrom(source: any = {}) {
	        return new Finding(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.present = source["present"];
	        this.cues = this.convertValues(source["cues"], Cue);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Checklist {
	    situation: Finding;
	    task: Finding;
	    action: Finding;
	    result: Finding;
	
	    static createFrom(source: any = {}) {
	        return new Checklist(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.situation = this.convertValues(source["situation"], Finding);
	        this.task = this.convertValues(source["task"], Finding);
	        this.action = this.convertValues(source["action"], Finding);
	        this.result = this.convertValues(source["result"], Finding);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	

}

export namespace transcript {
	
	export class Word {
	    text: string;
	    startMs: number;
	    endMs: number;
	
	    static createFrom(source: any = {}) {
	        return new Word(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.startMs = source["startMs"];
	        this.endMs = source["endMs"];
	    }
	}

}

export namespace translation {
	
	export class Source {
	    model: string;
	    provider: string;
	    promptVersion: string;
	
	    static createFrom(source: any = {}) {
	        return new Source(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.model = source["model"];
	        this.provider = source["provider"];
	        this.promptVersion = source["promptVersion"];
	    }
	}

}

