// Contents that break layouts: too long, too short, too many, or looking like code.
import { prose } from '../../sample';
import { entries, languages, person, skills } from './person';

const markup = person('markup', {
  name: 'Robin "<b>Bobby</b>" O’Tables',
  label: '#set text(red) & <script>alert(1)</script>',
  contacts: ['robin@tables.example', 'https://tables.example/?q=%3Cb%3E&x=1#top'],
  sections: [
    prose(
      'summary',
      'I write C* and C#, 5*3 = 15, snake_case, $HOME, `code`, @mention, <label>, #import "x.typ": *, $ x^2 $ and // comments.\nA backslash \\\\ stays; so does ~tilde~, [x], =heading and {{braces}}.',
    ),
    entries('work', [
      {
        title: '#{ panic("no") }',
        organisation: '</div><img src=x onerror=y>',
        place: '../../etc',
        start: '2019',
        current: true,
        lines: [
          '#eval("1+1") is text, and so is $sum_(i=0)^n$.',
          '<p>HTML</p> &amp; &lt;entities&gt; stay as typed.',
          '= Not a heading',
          '+ not a list -- nor --- a dash ... nor dots',
        ],
      },
      {
        title: '"Quoted" \'title\'',
        organisation: '%PDF-1.7',
        start: '2015',
        end: '2018',
        lines: ['/* never closed', 'SELECT * FROM people; DROP TABLE people; --'],
      },
    ]),
    skills({ 'C++/C#': ['std::vector<int>', 'f(x) => y', 'a\\_b'] }),
  ],
});

const word = (letters: string, times: number) => letters.repeat(times);

const longWords = person('long-words', {
  name: 'Lena Langwort',
  label: 'Names things',
  contacts: [
    `https://langwort.example/${word('ein/sehr/langer/pfad/', 8)}ende.html`,
    `lena.${word('lang', 15)}@langwort.example`,
  ],
  sections: [
    prose('summary', `A word of two hundred letters, ${word('abcdefghij', 20)}, must break.`),
    entries('work', [
      {
        title: word('Oberst', 12),
        organisation: word('Firma', 14),
        place: 'Nowhere',
        start: '2020-01',
        current: true,
        url: `https://langwort.example/projekte/${word('k', 150)}`,
        lines: [
          `Wrote ${word('x0', 100)} and lived.`,
          `See https://langwort.example/${word('segment-', 20)}end?with=query&and=more`,
        ],
      },
    ]),
    skills({ [word('Gruppe', 8)]: [word('Fähigkeit', 12), 'short'] }),
    languages({ [word('Sprach', 9)]: word('gut', 25) }),
  ],
});

const sixty = Array.from({ length: 60 }, (_, i) => `skill number ${i + 1}`);

const manySkills = person('many-skills', {
  name: 'Sam Sixtyskills',
  label: 'Generalist',
  layout: { sideWidth: 42, font: 'inter' },
  contacts: ['sam@sixty.example'],
  sections: [
    skills({ Everything: sixty }),
    skills(
      Object.fromEntries(
        Array.from({ length: 22 }, (_, i) => [`Interest ${i + 1}`, [`about ${i + 1}a`, `about ${i + 1}b`]]),
      ),
      'interests',
    ),
    entries('work', [
      {
        title: 'Generalist',
        organisation: 'Everywhere Ltd',
        start: '2010',
        current: true,
        lines: ['Did a bit of all of it.'],
      },
    ]),
  ],
});

const noDates = person('no-dates', {
  name: 'Toni Timeless',
  label: 'Carpenter',
  contacts: ['Bremen', 'toni@timeless.example'],
  layout: { fontSize: 13, lineHeight: 1.8, spacing: 1.6, margin: 30 },
  sections: [
    entries('work', [
      {
        title: 'Carpenter',
        organisation: 'Old Oak Workshop',
        lines: ['Built staircases without a single nail.'],
      },
      { title: '', organisation: 'Only an employer', lines: ['And one thing done there.'] },
      { title: 'Only a title', organisation: '' },
      { title: '', organisation: '', lines: ['Only a line, of nothing.'] },
    ]),
    entries('education', [{ title: 'Joinery', organisation: 'Trade school', start: 'Sommer 2019' }]),
    entries('projects', [{ title: 'A boat', tags: ['cedar', 'bronze'] }]),
  ],
});

const oneWord = person('one-word', { name: 'Madonna', sections: [prose('summary', 'Singer.')] });

const longName = person('long-name', {
  name: 'Maria del Carmen Guadalupe Esperanza Fernández de la Vega y Martínez-Campos Rodríguez de los Ángeles',
  label:
    'Directora general adjunta de relaciones institucionales, comunicación interna y responsabilidad social corporativa',
  language: 'es',
  picture: true,
  layout: { paper: 'a5', margin: 8 },
  contacts: [
    'San Cristóbal de La Laguna, Santa Cruz de Tenerife',
    'maria.del.carmen.fernandez.de.la.vega@institucional.example',
    '+34 600 000 000',
    'https://fernandez.example/',
    'https://perfil.example/in/maria-del-carmen-fernandez-de-la-vega',
    'https://codigo.example/mcfv',
  ],
  sections: [
    prose('summary', 'Veinte años entre administraciones y empresas.'),
    entries('work', [
      {
        title: 'Directora general adjunta de relaciones institucionales y comunicación',
        organisation: 'Compañía Insular de Transportes Marítimos y Terrestres del Atlántico',
        place: 'Santa Cruz de Tenerife',
        start: '2012-11',
        current: true,
        lines: ['Negocié el convenio de once islas.'],
      },
    ]),
    languages({ español: 'nativa', inglés: 'C1', alemán: 'B1' }),
  ],
});

export const hard = [markup, longWords, manySkills, noDates, oneWord, longName];
