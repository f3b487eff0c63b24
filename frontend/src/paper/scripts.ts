// Naming the script of a character, so that a person can be told which letters are missing.
import { type Ranges, covers } from './coverage';

/** A script of which no font has some characters. */
export interface MissingScript {
  /** ISO 15924: "Arab", "Hans"; "Zsye" for emoji, "Zyyy" for other signs. */
  script: string;
  /** Up to eight of the characters. */
  characters: string;
}

const scripts = (
  'Latn:Latin Grek:Greek Cyrl:Cyrillic Armn:Armenian Hebr:Hebrew Arab:Arabic Syrc:Syriac Thaa:Thaana Deva:Devanagari ' +
  'Beng:Bengali Guru:Gurmukhi Gujr:Gujarati Orya:Oriya Taml:Tamil Telu:Telugu Knda:Kannada Mlym:Malayalam Sinh:Sinhala ' +
  'Thai:Thai Laoo:Lao Tibt:Tibetan Mymr:Myanmar Geor:Georgian Ethi:Ethiopic Khmr:Khmer Mong:Mongolian Hira:Hiragana ' +
  'Kana:Katakana Hang:Hangul Bopo:Bopomofo Hani:Han'
)
  .split(' ')
  .map((pair) => pair.split(':') as [string, string])
  .map(([code, name]) => ({ code, letters: new RegExp(`\\p{Script=${name}}`, 'u') }));

const emoji = /\p{Extended_Pictographic}/u;
// Characters that are never drawn: joiners, direction marks, soft hyphens, selectors.
const undrawn = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{Cf}]/u;

/** The script of a character, as ISO 15924 names it. */
function scriptOf(character: string): string {
  const found = scripts.find(({ letters }) => letters.test(character));
  return found?.code ?? (emoji.test(character) ? 'Zsye' : 'Zyyy');
}

/** The scripts of a text, most characters first: which fonts it needs. */
export function scriptsOf(text: string): string[] {
  const counts = new Map<string, number>();
  for (const character of new Set(text)) {
    const script = scriptOf(character);
    if (script !== 'Zyyy') counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([script]) => script);
}

/** What none of the fonts has. */
export function missingIn(text: string, fonts: Ranges[]): MissingScript[] {
  const missing = new Map<string, string[]>();
  for (const character of new Set(text.normalize('NFC'))) {
    if (undrawn.test(character) || covers(fonts, character.codePointAt(0)!)) continue;
    const script = scriptOf(character);
    missing.set(script, [...(missing.get(script) ?? []), character]);
  }
  return [...missing].map(([script, characters]) => ({
    script,
    characters: characters.slice(0, 8).join(''),
  }));
}
