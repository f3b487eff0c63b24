// Latin script with marks above, below and through its letters.
import { prose } from '../../sample';
import { entries, languages, person, skills } from './person';

const polish = person('polish', {
  name: 'Żaneta Ściegienny-Gżegżółka',
  label: 'Kierowniczka zespołu księgowości',
  language: 'pl',
  contacts: ['Łódź', 'zaneta@sciegienny.example', '+48 600 100 200', 'https://sciegienny.example/życiorys'],
  sections: [
    prose(
      'summary',
      'Prowadzę księgowość spółek **produkcyjnych** od dwunastu lat. Zażółć gęślą jaźń to dla mnie nie tylko zdanie testowe.',
    ),
    entries('work', [
      {
        title: 'Kierowniczka zespołu',
        organisation: 'Przędzalnia Wschód',
        place: 'Łódź',
        start: '2018-04',
        current: true,
        lines: [
          'Skróciłam zamknięcie miesiąca z dziewięciu do czterech dni.',
          'Wdrożyłam elektroniczny obieg faktur dla 14 źródeł.',
          'Wyszkoliłam sześć księgowych, z których dwie prowadzą dziś własne zespoły.',
        ],
      },
      {
        title: 'Starsza księgowa',
        organisation: 'Przędzalnia Wschód',
        place: 'Łódź',
        joined: true,
        start: '2014-09',
        end: '2018-03',
        lines: ['Uzgadniałam rozrachunki z dostawcami w pięciu walutach.'],
      },
      {
        title: 'Księgowa',
        organisation: 'Młyn Źródlany',
        place: 'Zgierz',
        start: '2011-01',
        end: '2014-08',
        lines: ['Prowadziłam środki trwałe i płace dla 60 osób.'],
      },
    ]),
    entries('education', [
      {
        degree: 'mgr',
        title: 'Rachunkowość',
        organisation: 'Uczelnia Łódzka',
        place: 'Łódź',
        start: '2005',
        end: '2010',
        score: 'bardzo dobry',
      },
    ]),
    skills({ Programy: ['arkusze', 'systemy ERP', 'JPK'], Wiedza: ['VAT', 'CIT', 'MSSF'] }),
    languages({ polski: 'ojczysty', angielski: 'C1', czeski: 'A2' }),
  ],
});

const czech = person('czech', {
  name: 'Bořivoj Příšerný',
  label: 'Strojní zámečník a seřizovač',
  language: 'cs',
  layout: { paper: 'a5' },
  contacts: ['Žďár nad Sázavou', 'borivoj@priserny.example'],
  sections: [
    prose('summary', 'Příliš žluťoučký kůň úpěl ďábelské ódy; já mezitím seřizoval lisy.'),
    entries('work', [
      {
        title: 'Seřizovač',
        organisation: 'Kovárna Vysočina',
        start: '2016',
        current: true,
        lines: ['Zkrátil přestavbu lisu o třetinu.', 'Zaučil osm učňů.'],
      },
      {
        title: 'Zámečník',
        organisation: 'Železárny Hůrka',
        start: '2009',
        end: '2015',
        lines: ['Opravoval převodovky a čerpadla.'],
      },
    ]),
    skills({ Řemeslo: ['frézování', 'soustružení', 'svařování TIG'] }),
    languages({ čeština: 'rodilý mluvčí', němčina: 'B1' }),
  ],
});

const french = person('french', {
  name: 'Anaïs Lefèvre-Œuvrard',
  label: 'Cheffe de cuisine',
  language: 'fr',
  picture: true,
  contacts: ['Saint-Étienne', 'anais@oeuvrard.example', '+33 6 00 00 00 00'],
  layout: { justify: true },
  sections: [
    prose(
      'summary',
      'Cuisinière depuis quinze ans, attachée aux produits de saison : « peu de plats, mais justes ». J’ai dirigé des brigades de quatre à vingt-deux personnes, toujours sans cris ni gaspillage, et j’ai ouvert deux maisons.',
    ),
    entries('work', [
      {
        title: 'Cheffe de cuisine',
        organisation: 'L’Œil du Bœuf',
        place: 'Saint-Étienne',
        start: '2019-02',
        current: true,
        summary: 'Maison de quarante couverts, ouverte à l’année.',
        lines: [
          'Réduit le gaspillage de 38 % en pesant chaque retour d’assiette.',
          'Formé cinq apprentis, dont une finaliste régionale.',
        ],
      },
      {
        title: 'Seconde de cuisine',
        organisation: 'Auberge de la Forêt-Noire',
        place: 'Besançon',
        start: '2013-05',
        end: '2019-01',
        lines: ['Géré les achats auprès de trente-deux maraîchers.'],
      },
    ]),
    entries('education', [
      {
        degree: 'CAP',
        title: 'Cuisine',
        organisation: 'Lycée hôtelier des Côtes',
        start: '2006',
        end: '2008',
      },
    ]),
    languages({ français: 'langue maternelle', italien: 'B2' }),
    skills({ Lecture: ['romans policiers'], Randonnée: ['Jura', 'Vosges'] }, 'interests'),
  ],
});

const german = person('german', {
  name: 'Dr.-Ing. Jürgen Weißmüller',
  label: 'Abteilungsleiter Verkehrsinfrastrukturplanung',
  language: 'de',
  layout: { justify: true, dateStyle: 'numeric', sideWidth: 24 },
  contacts: ['Königs Wusterhausen', 'juergen@weissmueller.example', '+49 30 000000'],
  sections: [
    prose(
      'summary',
      'Bauingenieur mit Schwerpunkt Eisenbahnkreuzungsmaßnahmen. Verantwortlich für Planfeststellungsverfahren, Kosten-Nutzen-Untersuchungen und die Geschwindigkeitsüberwachungsanlagen dreier Landkreise.',
    ),
    entries('work', [
      {
        title: 'Abteilungsleiter',
        organisation: 'Landesbetrieb Straßenwesen Spreeaue',
        place: 'Lübben',
        start: '2017-10',
        current: true,
        lines: [
          'Führt 23 Mitarbeiterinnen und Mitarbeiter der Verkehrsinfrastrukturfinanzierungsverwaltung.',
          'Beschleunigte die Rechtsschutzversicherungsangelegenheitenbearbeitung um elf Wochen.',
          'Vergab Bauaufträge über 48 Mio. € ohne Nachprüfungsverfahren.',
        ],
      },
      {
        title: 'Projektingenieur',
        organisation: 'Ingenieurgesellschaft Großschönebeck',
        place: 'Bernau',
        start: '2009-04',
        end: '2017-09',
        lines: [
          'Plante die Donaudampfschifffahrtsanlegestellenerweiterung in Passau.',
          'Berechnete Brückenüberbauten nach Eurocode.',
        ],
      },
    ]),
    entries('education', [
      {
        degree: 'Dr.-Ing.',
        title: 'Verkehrswegebau',
        organisation: 'Technische Hochschule Oderbruch',
        start: '2005-10',
        end: '2009-03',
        score: 'magna cum laude',
      },
      {
        degree: 'Dipl.-Ing.',
        title: 'Bauingenieurwesen',
        organisation: 'Technische Hochschule Oderbruch',
        start: '1999-10',
        end: '2005-09',
        score: '1,4',
      },
    ]),
    skills({
      Fachkenntnisse: ['Haushaltsrecht', 'Vergaberecht', 'Straßenentwässerungsberechnung'],
      Programme: ['CAD', 'GIS'],
    }),
    languages({ Deutsch: 'Muttersprache', Englisch: 'C1', Polnisch: 'A2' }),
    entries('certificates', [
      {
        title: 'Sicherheits- und Gesundheitsschutzkoordinator',
        organisation: 'Bauakademie Ost',
        end: '2015-06-12',
      },
    ]),
  ],
});

const turkish = person('turkish', {
  name: 'Işıl Gökçe İnönü Çağlayan',
  label: 'Diş hekimi',
  language: 'tr',
  contacts: ['Iğdır', 'isil@caglayan.example'],
  sections: [
    prose(
      'summary',
      'İlk günden beri hastayı dinlerim; ağrıyı azaltmak işin yarısıdır. Çocuklarla çalışmayı severim.',
    ),
    entries('work', [
      {
        title: 'Diş hekimi',
        organisation: 'Iğdır Ağız ve Diş Sağlığı',
        start: '2020-01',
        current: true,
        lines: ['Yılda 1.900 hastaya baktım.', 'Köy okullarında fırçalama günleri düzenledim.'],
      },
      {
        title: 'Asistan',
        organisation: 'Güneş Kliniği',
        place: 'Ağrı',
        start: '2017-07',
        end: '2019-12',
        lines: ['Görüntüleme arşivini dijitale taşıdım.'],
      },
    ]),
    languages({ Türkçe: 'ana dil', İngilizce: 'B2' }),
  ],
});

const vietnamese = person('vietnamese', {
  name: 'Nguyễn Thị Hồng Phượng',
  label: 'Kỹ sư môi trường, xử lý nước thải',
  language: 'vi',
  contacts: ['Thừa Thiên Huế', 'phuong@nguyen.example'],
  layout: { font: 'noto-serif', fontSize: 11 },
  sections: [
    prose('summary', 'Tám năm vận hành nhà máy xử lý nước; quan tâm đến những giải pháp rẻ và bền.'),
    entries('work', [
      {
        title: 'Trưởng ca vận hành',
        organisation: 'Nhà máy nước Sông Hương',
        place: 'Huế',
        start: '2019-03',
        current: true,
        lines: [
          'Giảm lượng hóa chất 22% mà chất lượng nước không đổi.',
          'Viết quy trình ứng phó lũ cho bốn trạm bơm.',
        ],
      },
      {
        title: 'Kỹ sư',
        organisation: 'Công ty Cổ phần Đất Việt',
        place: 'Đà Nẵng',
        start: '2015-06',
        end: '2019-02',
        lines: ['Thiết kế bể lắng cho khu công nghiệp.'],
      },
    ]),
    skills({ 'Kỹ thuật': ['bùn hoạt tính', 'lọc màng', 'phân tích mẫu'] }),
    languages({ 'Tiếng Việt': 'bản ngữ', 'Tiếng Anh': 'B2' }),
  ],
});

const nordic = person('nordic', {
  name: 'Åse Bjørk Þórðardóttir',
  label: 'Sjöräddare och skeppsingenjör',
  language: 'sv',
  contacts: ['Öregrund', 'ase@bjork.example', 'https://www.bjork.example/'],
  layout: { paper: 'letter', pageNumbers: false, accent: '#ffd400' },
  sections: [
    prose('summary', 'Växte upp på Fårö, utbildad i Ísafjörður, seglar hellre än åker tåg.'),
    entries('work', [
      {
        title: 'Maskinchef',
        organisation: 'Rederi Ålands Hav',
        start: '2015-08-17',
        end: '2024-02-29',
        url: 'https://alandshav.example/flotta',
        lines: [
          'Ansvarade för tre färjor och arton maskinister.',
          'Sänkte bränsleförbrukningen med nio procent.',
        ],
      },
      {
        title: 'Frivillig',
        organisation: 'Sjöräddningen Öregrund',
        start: '2012',
        current: true,
        summary: 'Utryckningar året runt.\n- sökning\n- bogsering\n- sjukvård',
      },
    ]),
    languages({ svenska: 'modersmål', íslenska: 'C2', føroyskt: 'B1' }),
  ],
});

export const latin = [polish, czech, french, german, turkish, vietnamese, nordic];
