// An invented person, for tests and previews of templates.
import {
  type Block,
  type Contact,
  type Document,
  type Entry,
  type Layout,
  type Words,
  plainLayout,
} from './document';

/** Words of a field, neither reworded nor linked to a ledger. */
export function words(text = '', field = ''): Words {
  return { field, text, worded: false, ledger: '' };
}

/** An entry of which only what is named is not empty. */
export function entry(
  parts: Partial<Omit<Entry, 'lines' | 'title' | 'tags' | 'summary' | 'detail'>> & EntryWords,
): Entry {
  const { title, summary, detail, lines = [], tags = [], ...rest } = parts;
  return {
    id: '',
    hidden: false,
    break: false,
    joined: false,
    degree: '',
    organisation: '',
    place: '',
    url: '',
    start: '',
    end: '',
    current: false,
    score: '',
    ...rest,
    title: words(title),
    detail: words(detail),
    summary: words(summary),
    lines: lines.map((text, i) => ({ ...words(text), id: `${i}`, hidden: false })),
    tags: tags.map((text) => words(text)),
  };
}

interface EntryWords {
  title?: string;
  detail?: string;
  summary?: string;
  lines?: string[];
  tags?: string[];
}

/** A section of entries. */
export function block(key: string, kind: string, entries: Entry[], title = ''): Block {
  return {
    key,
    kind,
    title: words(title),
    column: '',
    break: false,
    hidden: false,
    summary: words(),
    entries,
  };
}

/** A section of running text. */
export function prose(key: string, text: string): Block {
  return { ...block(key, 'prose', []), summary: words(text) };
}

export function contact(kind: string, text: string, url = '', network = ''): Contact {
  return { kind, text, url, network };
}

/** A document of sections. */
export function documentOf(
  name: string,
  sections: Block[],
  layout: Partial<Layout> = {},
  language = 'en',
): Document {
  return {
    name: '',
    language,
    layout: { ...plainLayout('ledger-serif'), ...layout },
    head: { name, label: words(), contacts: [], picture: null },
    sections,
  };
}

/** The résumé of the studio's design. */
export function sample(layout: Partial<Layout> = {}): Document {
  const document = documentOf('Dana Kowalczyk', structuredClone(sections), layout);
  document.head.label = words('Operations manager, warehousing and distribution');
  document.head.contacts = [
    contact('place', 'Leeds'),
    contact('email', 'dana@kowalczyk.example', 'mailto:dana@kowalczyk.example'),
    contact('phone', '07700 900 314', 'tel:07700900314'),
    contact('url', 'https://kowalczyk.example/', 'https://kowalczyk.example/'),
  ];
  return document;
}

const sections: Block[] = [
  prose(
    'summary',
    'Operations lead with nine years in food and parcel distribution. I run safe, calm shifts, and I fix the cause of a problem before it returns.',
  ),
  block('work', 'entries', [
    entry({
      id: 'w1',
      title: 'Shift Operations Lead',
      organisation: 'Brackwell Distribution',
      place: 'Leeds',
      start: '2021-03',
      current: true,
      lines: [
        'Lead 46 people across inbound, pick and dispatch on a 24-hour site.',
        'Cut late dispatches from **6.1%** to **2.4%** in ten months by moving the carrier cut-off and retraining two bays.',
        'Wrote the peak plan that handled 31% more volume with *no* agency overspend.',
        'Chair the weekly safety walk; 412 days without a lost-time injury.',
      ],
    }),
    entry({
      id: 'w2',
      title: 'Warehouse Team Leader',
      organisation: 'Ferrow Parcel',
      place: 'Bradford',
      start: '2017-06',
      end: '2021-02',
      lines: [
        'Ran a night team of 18 and trained six new team leaders.',
        'Rebuilt the returns area, halving the time from dock to shelf.',
      ],
    }),
    entry({
      id: 'w3',
      joined: true,
      title: 'Stock Controller',
      organisation: 'Ferrow Parcel',
      place: 'Bradford',
      start: '2015-01',
      end: '2017-05',
      lines: ['Raised cycle-count accuracy from 94% to 99.2%.'],
    }),
  ]),
  block('education', 'entries', [
    entry({
      id: 'e1',
      degree: 'Level 5',
      title: 'Operations Management',
      organisation: 'Aire Valley College',
      start: '2022',
      end: '2023',
    }),
  ]),
  block('skills', 'tags', [
    entry({
      id: 's1',
      title: 'Operations',
      tags: ['labour planning', 'carrier management', 'WMS set-up', 'lean problem solving'],
    }),
    entry({ id: 's2', title: 'People', tags: ['safety leadership', 'coaching'] }),
  ]),
  block('languages', 'levels', [
    entry({ id: 'l1', title: 'English', detail: 'Native' }),
    entry({ id: 'l2', title: 'Polish', detail: 'B2' }),
  ]),
];
