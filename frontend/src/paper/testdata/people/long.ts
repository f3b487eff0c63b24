// Résumés of three pages and more, and ones that use every kind of section.
import { prose } from '../../sample';
import { entries, languages, person, skills } from './person';

const topics = [
  'sediment',
  'estuary',
  'salt marsh',
  'tidal inlet',
  'dune',
  'mudflat',
  'delta',
  'lagoon',
  'barrier island',
  'kelp bed',
];
const methods = [
  'A survey',
  'A model',
  'Long records',
  'Field notes',
  'A theory',
  'Remote sensing',
  'Acoustic traces',
];

const publication = (i: number) => ({
  title: `${methods[i % methods.length]} of ${topics[i % topics.length]} change, part ${i + 1}`,
  organisation: `Journal of ${i % 3 === 0 ? 'Coastal Research Letters' : i % 3 === 1 ? 'Shallow Seas' : 'Quaternary Shores'}`,
  end: `${2024 - Math.floor(i / 4)}`,
  url: i % 4 === 0 ? `https://doi.example/10.0000/shore.${1000 + i}` : '',
  summary: i % 5 === 0 ? `With *E. Example* and **${i + 2} others**; cited ${90 - i} times.` : '',
});

const professor = person('professor', {
  name: 'Prof. Ingeborg Wattenmeer',
  label: 'Coastal geomorphology',
  contacts: ['Institute of Shores, Husum', 'ingeborg@wattenmeer.example', 'https://wattenmeer.example/'],
  sections: [
    prose('summary', 'I study how soft coasts move, with people who live on them.'),
    entries('work', [
      {
        title: 'Professor',
        organisation: 'Institute of Shores',
        place: 'Husum',
        start: '2009-10',
        current: true,
        lines: Array.from(
          { length: 8 },
          (_, i) =>
            `Led project ${i + 1} on ${topics[i]} dynamics with ${i + 3} partners and ${120 + i * 35} thousand euro of funding.`,
        ),
      },
      {
        title: 'Lecturer',
        organisation: 'Northern University',
        place: 'Aberdeen',
        start: '2002-01',
        end: '2009-09',
        lines: Array.from(
          { length: 5 },
          (_, i) => `Taught course ${i + 1}, ${topics[i + 4]} systems, to ${20 + i * 7} students a year.`,
        ),
      },
    ]),
    entries('education', [
      {
        degree: 'PhD',
        title: 'Geography',
        organisation: 'Northern University',
        start: '1996',
        end: '2001',
        summary: 'Thesis: *Mud remembers*.',
      },
      {
        degree: 'MSc',
        title: 'Oceanography',
        organisation: 'College of the Sea',
        start: '1994',
        end: '1996',
      },
    ]),
    entries(
      'publications',
      Array.from({ length: 64 }, (_, i) => publication(i)),
    ),
    entries(
      'awards',
      Array.from({ length: 12 }, (_, i) => ({
        title: `Medal for ${topics[i % 10]} work ${i + 1}`,
        organisation: 'Society of Shores',
        end: `${2023 - i}-05`,
      })),
    ),
    languages({ German: 'native', English: 'C2', Danish: 'B2' }),
  ],
});

const verbs = ['Cut', 'Raised', 'Moved', 'Opened', 'Closed', 'Rebuilt', 'Merged', 'Renewed'];
const things = [
  'the carrier contracts',
  'the night shift',
  'two regional depots',
  'the returns process',
  'the budget of nine sites',
  'the safety programme',
  'the planning office',
];

const achievement = (job: number, i: number) =>
  `${verbs[(job * 3 + i) % verbs.length]} ${things[(job + i * 2) % things.length]} in ${3 + i} months, which saved ${(job + 1) * 40 + i * 11} thousand a year and ${i % 2 === 0 ? 'was copied by three other regions' : 'kept every customer through the change'}.`;

const executive = person('executive', {
  name: 'Desmond Achterberg',
  label: 'Chief operating officer',
  picture: true,
  contacts: ['Rotterdam', 'desmond@achterberg.example', '+31 6 0000 0000', 'https://achterberg.example/'],
  sections: [
    prose(
      'summary',
      'I have run operations in seven countries, from one van to four thousand people.\nI am at my best when a company has outgrown its habits: I go and look, ask the people who do the work, and change one thing at a time.',
    ),
    entries('work', [
      ...['Chief operating officer', 'Director of operations', 'Regional manager', 'Site manager'].map(
        (title, i) => ({
          title,
          organisation: 'Harlow & Finch Logistics',
          place: 'Rotterdam',
          joined: i > 0,
          start: `${2019 - i * 4}-0${i + 2}`,
          end: i === 0 ? '' : `${2023 - i * 4}-0${i + 1}`,
          current: i === 0,
          summary: i === 0 ? 'Reporting to the board; 4,100 people, 38 sites.' : '',
          lines: Array.from({ length: 6 - i }, (_, n) => achievement(i, n)),
        }),
      ),
      ...['Shift lead', 'Planner', 'Driver'].map((title, i) => ({
        title,
        organisation: ['Meridian Freight', 'Blue Canal Shipping', 'Van der Velde Bakery'][i]!,
        place: ['Antwerp', 'Ghent', 'Delft'][i]!,
        start: `${2004 - i * 3}-06`,
        end: `${2007 - i * 3}-01`,
        lines: Array.from({ length: 4 }, (_, n) => achievement(i + 5, n)),
      })),
    ]),
    entries('education', [
      { degree: 'MBA', title: 'Operations', organisation: 'School of the Maas', start: '2010', end: '2012' },
    ]),
    skills({
      Leadership: ['turnarounds', 'labour relations', 'site openings'],
      Tools: ['planning systems', 'lean', 'simulation'],
      Finance: ['budgets', 'leases'],
    }),
    languages({ Dutch: 'native', English: 'C2', German: 'C1', French: 'B1' }),
    entries('certificates', [
      { title: 'Dangerous goods adviser', organisation: 'Transport board', end: '2018-03' },
    ]),
    entries('volunteer', [
      {
        title: 'Treasurer',
        organisation: 'Harbour Rowing Club',
        start: '2016',
        current: true,
        summary: 'Accounts for 300 members.',
      },
    ]),
    entries('references', [
      { title: 'Margaret Oyelaran', summary: '“The calmest person in any crisis I have been in.”' },
    ]),
  ],
});

const everything = person('everything', {
  name: 'Noor van Alles',
  label: 'Event producer',
  contacts: ['Utrecht', 'noor@alles.example'],
  layout: { dateStyle: 'long', accent: '#9be7c4', headingFont: 'eb-garamond', font: 'ibm-plex-sans' },
  sections: [
    prose(
      'summary',
      'Producer of festivals.\n- calm in **storms**\n- good with [budgets](https://alles.example/budgets)\n- *never* late',
    ),
    {
      ...entries('work', [
        {
          title: 'Producer',
          organisation: 'Fields of Sound',
          start: '2018-03-01',
          end: '2023-11-30',
          summary: 'Three stages, forty acts.',
          lines: [
            'Ran the **2022** edition with 300 volunteers.',
            'Agreed [noise limits](https://alles.example/noise) with six neighbours.',
          ],
          tags: ['festivals', 'permits'],
        },
      ]),
    },
    {
      ...entries('projects', [
        {
          title: 'Silent stage',
          organisation: 'Own project',
          url: 'https://silent.example/stage',
          start: '2021',
          summary: 'A concert without loudspeakers.',
          tags: ['headphones', 'radio'],
        },
      ]),
      break: true,
    },
    { ...skills({ Production: ['rigging', 'power plans'], 'First aid': [] }), column: 'main' },
    entries(
      'custom/boards',
      [
        {
          title: 'Board member',
          detail: 'unpaid',
          organisation: 'Night mayor’s office',
          start: '2020',
          current: true,
        },
      ],
      'Boards and councils',
    ),
    {
      ...entries('volunteer', [
        { title: 'Cook', organisation: 'Street kitchen', lines: ['Soup for ninety on Fridays.'] },
      ]),
      column: 'side',
    },
    entries('awards', [{ title: 'Green stage', organisation: 'City of Utrecht', end: '2022-09' }]),
    entries('publications', [
      {
        title: 'How loud is enough?',
        organisation: 'Stage Weekly',
        end: '2021-04',
        url: 'https://stage.example/loud',
      },
    ]),
    languages({ Dutch: 'native' }),
    skills({ Chess: [], Cycling: ['long tours'] }, 'interests'),
    entries('references', [{ title: 'On request', summary: 'Names of three organisers.' }]),
    entries('work2', [], 'Never shown'),
    prose('kept/notes', 'What an older file said.\n- line one kept\n- line two kept'),
  ],
});

const nurse = person('nurse', {
  name: 'Beatriz Gonçalves Simões',
  label: 'Enfermeira-chefe, cuidados intensivos',
  language: 'pt-BR',
  picture: true,
  contacts: ['São João del-Rei', 'beatriz@simoes.example', '+55 32 90000-0000'],
  layout: { paper: 'letter', accent: '#b03060' },
  sections: [
    prose('summary', 'Doze anos em terapia intensiva; formação contínua da equipe e atenção às famílias.'),
    entries('work', [
      {
        title: 'Enfermeira-chefe',
        organisation: 'Hospital das Mercês',
        place: 'São João del-Rei',
        start: '2017-01',
        current: true,
        lines: [
          'Coordena 27 profissionais em três turnos.',
          'Reduziu infecções associadas a cateter em 60%.',
        ],
      },
      {
        title: 'Enfermeira',
        organisation: 'Santa Casa da Serra',
        place: 'Tiradentes',
        start: '2012-02',
        end: '2016-12',
        lines: ['Implantou a passagem de plantão à beira do leito.'],
      },
    ]),
    entries('education', [
      {
        degree: 'Bacharelado',
        title: 'Enfermagem',
        organisation: 'Faculdade do Campo das Vertentes',
        start: '2007',
        end: '2011',
      },
    ]),
    languages({ português: 'língua materna', espanhol: 'B2' }),
    entries('certificates', [
      { title: 'Suporte avançado de vida', organisation: 'Sociedade de Cardiologia', end: '2023-08' },
    ]),
  ],
});

export const long = [professor, executive, everything, nurse];
