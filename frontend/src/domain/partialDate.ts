// A date of which a year, a year and month, or all three are known, taken apart for the
// fields and put together again. Whether there is such a day, the Go side decides.

/** What stands in the three fields; month and day are "01" to "31" or empty. */
export interface DateParts {
  year: string;
  month: string;
  day: string;
}

/** Takes "2021-03-07" apart; what is missing is empty. */
export function partsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day };
}

/** Puts the fields together; a day without a month is left out, a month without a year is not. */
export function dateOf({ year, month, day }: DateParts): string {
  const date = [year.trim(), month, month && day].join('-');
  return date.replace(/-+$/, '');
}
