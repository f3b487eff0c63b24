import { formatPartialDate } from '../domain/dates';
import { locale, m } from './messages';

/** "2021 to now", "Mar 2015 to 2021" or one date alone; empty for none. */
export function period(item: { startDate: string; endDate: string; current: boolean }): string {
  const [start, end] = [item.startDate, item.endDate].map((date) => formatPartialDate(date, locale()));
  const last = item.current ? m['ledger.now']() : end;
  if (start && last) return m['ledger.period']({ start, end: last });
  return start || last || '';
}
