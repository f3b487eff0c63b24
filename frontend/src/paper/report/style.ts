// How a report looks: the design's two voices in the fonts that are bundled. What the
// application says is set in one, what a person says or writes in the other.
import { type Family, fallbackOf, familyOf } from '../fonts';
import { plainLayout } from '../document';
import { type Style, styleOf } from '../style';

/** input.style of the report's template. */
export interface ReportStyle extends Style {
  /** Families of a person's words. */
  voice: string[];
}

const ui = familyOf('source-sans')!;
const voice = familyOf('source-serif')!;

/** The families a report is set in, those with missing letters' stand-ins after them. */
export const reportFamilies: Family[] = [ui, voice, fallbackOf(ui), fallbackOf(voice)];

/** The style of a report in a language, on a paper. */
export function reportStyle(language: string, paper: string): ReportStyle {
  const layout = {
    ...plainLayout('ledger-serif'),
    paper: paper === 'letter' ? 'letter' : 'a4',
    font: ui.id,
    headingFont: ui.id,
    fontSize: 9.5,
    lineHeight: 1.4,
    margin: 20,
  };
  const empty = { field: '', text: '', worded: false, ledger: '' };
  const style = styleOf({ name: '', language, layout, head: { name: '', label: empty, contacts: [] }, sections: [] });
  return { ...style, voice: [voice.name, fallbackOf(voice).name] };
}
