// run.js RESUME REGULAR BOLD TIMES: makes the PDF so often with @react-pdf/renderer, for
// "make bench" to compare with, and prints how many milliseconds each took as JSON.
import { readFileSync } from 'node:fs';
import { Document, Font, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer';
import { createElement as h } from 'react';

const [resume, regular, bold, times] = process.argv.slice(2);
const { basics, work, volunteer, education, skills, languages } = JSON.parse(readFileSync(resume, 'utf8'));

Font.register({ family: 'R', fonts: [{ src: regular }, { src: bold, fontWeight: 700 }] });
const styles = StyleSheet.create({
  page: { fontFamily: 'R', fontSize: 10.5, lineHeight: 1.45, padding: '18mm' },
  name: { fontSize: 21, fontWeight: 700 },
  section: { fontSize: 14, fontWeight: 700, marginVertical: 5 },
  title: { fontWeight: 700 },
  line: { marginLeft: 12 },
});

const text = (style, ...words) => h(Text, { style: styles[style] }, words.filter(Boolean).join(', '));
const section = (title, items) => [text('section', title), ...items];
const role = ({ position, name, organization, location, startDate, endDate, summary, highlights }) =>
  h(
    View,
    { style: { marginBottom: 5 } },
    text('title', position, name ?? organization, location),
    text('plain', startDate, endDate),
    text('plain', summary),
    ...highlights.map((line) => text('line', `•  ${line.text}`)),
  );

const pages = () =>
  h(
    Document,
    { title: basics.name, language: 'en' },
    h(
      Page,
      { size: 'A4', style: styles.page },
      text('name', basics.name),
      text('plain', basics.label),
      text('plain', basics.email, basics.phone, basics.location.city),
      text('plain', basics.summary),
      ...section('Experience', work.map(role)),
      ...section('Volunteering', volunteer.map(role)),
      ...section('Education', education.map((e) => text('plain', e.studyType, e.area, e.institution, e.startDate, e.endDate, e.score))),
      ...section('Skills', skills.map((skill) => text('plain', skill.name, ...skill.keywords))),
      ...section('Languages', languages.map(({ language, fluency }) => text('plain', language, fluency))),
    ),
  );

const took = [];
for (let n = 0; n < Number(times); n++) {
  const start = performance.now();
  const file = await renderToBuffer(pages());
  took.push(performance.now() - start);
  const count = file.toString('latin1').match(/\/Type \/Page\b/g)?.length;
  if (count !== 2) throw new Error(`${count} pages instead of 2`);
}
console.log(JSON.stringify(took));
