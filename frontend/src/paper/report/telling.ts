// The application's sentences a report needs. Paper knows none of them: it is handed a way
// to say them, in the language the application speaks.
import type { FigureKey } from '../../domain/delivery';

/** The keys of the sentences. */
type ReportKey =
  | FigureKey
  | 'star.situation'
  | 'star.task'
  | 'star.action'
  | 'star.result'
  | 'star.none'
  | 'reportPaper.kind'
  | 'reportPaper.when'
  | 'reportPaper.interviewer'
  | 'reportPaper.answered'
  | 'reportPaper.scoredBy'
  | 'reportPaper.scorer'
  | 'reportPaper.scorerOf'
  | 'reportPaper.nobodyScored'
  | 'reportPaper.writtenBy'
  | 'reportPaper.scribe'
  | 'reportPaper.glance'
  | 'reportPaper.answerColumn'
  | 'reportPaper.level'
  | 'reportPaper.restsOn'
  | 'reportPaper.levelOf'
  | 'reportPaper.criteriaOf'
  | 'reportPaper.question'
  | 'reportPaper.spoken'
  | 'reportPaper.typed'
  | 'reportPaper.youTyped'
  | 'reportPaper.notScored'
  | 'reportPaper.notScoredTitle'
  | 'reportPaper.notWritten'
  | 'reportPaper.wordsGone'
  | 'reportPaper.notAsked'
  | 'reportPaper.where'
  | 'reportPaper.quotes'
  | 'reportPaper.measure'
  | 'reportPaper.figure'
  | 'reportPaper.typical'
  | 'reportPaper.perMinute'
  | 'reportPaper.countPerMinute'
  | 'reportPaper.range'
  | 'reportPaper.wordCount'
  | 'reportPaper.howTitle'
  | 'reportPaper.rangeFrom'
  | 'providers.thisComputer'
  | 'rehearsals.answered'
  | 'report.answer'
  | 'report.followUp'
  | 'report.skipped'
  | 'report.translatedBy'
  | 'report.unanswered'
  | 'report.skippedText'
  | 'report.unansweredText'
  | 'report.worded'
  | 'report.honest'
  | 'report.honestScored'
  | 'report.keyPoints'
  | 'report.soundGone'
  | 'report.star'
  | 'said.title'
  | 'said.rough'
  | 'score.title'
  | 'score.of'
  | 'score.none'
  | 'score.range'
  | 'score.capped'
  | 'score.insufficient'
  | 'score.by'
  | 'score.byQuick'
  | 'score.weights'
  | 'score.wholeOf'
  | 'score.wholeFrom'
  | 'score.advice'
  | 'score.adviceFact'
  | 'delivery.title'
  | 'delivery.seconds'
  | 'delivery.wpm'
  | 'delivery.iWe'
  | 'delivery.tooShort'
  | 'delivery.noFillers'
  | 'delivery.noWords'
  | 'delivery.hesitations'
  | 'delivery.mostUsed'
  | 'delivery.terms'
  | 'delivery.covered'
  | 'delivery.note'
  | 'rating.title'
  | 'rating.cannotSay'
  | 'ui.quote';

/** How things are said. */
export interface Telling {
  /** The language the application speaks (BCP 47). */
  locale: string;
  say(key: ReportKey, gaps?: Record<string, string | number>): string;
  /** The sentence of a cause that came from elsewhere; that no level could be given where there is none. */
  reason(cause: string): string;
  /** What a language (BCP 47) is called. */
  language(tag: string): string;
  /** That so many answers can't be read. */
  unread(count: number): string;
}
