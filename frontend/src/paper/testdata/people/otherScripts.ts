// Scripts other than Latin, written from left to right.
import { prose } from '../../sample';
import { entries, languages, person, skills } from './person';

const greek = person('greek', {
  name: 'Αγγελική Παπαϊωάννου',
  label: 'Αρχιτέκτων μηχανικός',
  language: 'el',
  contacts: ['Θεσσαλονίκη', 'aggeliki@papaioannou.example', '+30 2310 000000'],
  sections: [
    prose(
      'summary',
      'Σχεδιάζω σχολεία και κατοικίες με φυσικό φωτισμό. Δεκαέξι έργα ολοκληρώθηκαν εντός προϋπολογισμού.',
    ),
    entries('work', [
      {
        title: 'Επικεφαλής μελετών',
        organisation: 'Γραφείο Βαρδάρη',
        place: 'Θεσσαλονίκη',
        start: '2016-05',
        current: true,
        lines: ['Συντονίζω ομάδα επτά αρχιτεκτόνων.', 'Βραβείο δημόσιου κτιρίου για το δημοτικό Καλαμαριάς.'],
      },
      {
        title: 'Αρχιτέκτων',
        organisation: 'Μελετητική Αιγαίου',
        place: 'Σύρος',
        start: '2010-09',
        end: '2016-04',
        lines: ['Αποκατάσταση τριών νεοκλασικών κτιρίων.'],
      },
    ]),
    entries('education', [
      {
        degree: 'Δίπλωμα',
        title: 'Αρχιτεκτονική',
        organisation: 'Πολυτεχνείο Βορρά',
        start: '2004',
        end: '2010',
      },
    ]),
    languages({ Ελληνικά: 'μητρική', Αγγλικά: 'C2' }),
  ],
});

const russian = person('russian', {
  name: 'Ёлкина Наталья Сергеевна',
  label: 'Инженер по релейной защите',
  language: 'ru',
  contacts: ['Екатеринбург', 'natalya@yolkina.example', '+7 900 000-00-00'],
  layout: { dateStyle: 'long' },
  sections: [
    prose(
      'summary',
      'Одиннадцать лет в энергетике: расчёт уставок, пусконаладка, разбор аварий. Объясняю сложное просто.',
    ),
    entries('work', [
      {
        title: 'Ведущий инженер',
        organisation: 'Уральские сети',
        place: 'Екатеринбург',
        start: '2018-03',
        current: true,
        lines: [
          'Сократила число ложных отключений на 41 %.',
          'Ввела в работу двенадцать подстанций.',
          'Веду школу молодых инженеров.',
        ],
      },
      {
        title: 'Инженер',
        organisation: 'Уральские сети',
        place: 'Екатеринбург',
        joined: true,
        start: '2013-08',
        end: '2018-02',
        lines: ['Рассчитывала уставки для линий 110 кВ.'],
      },
    ]),
    entries('education', [
      {
        degree: 'Специалист',
        title: 'Электроэнергетика',
        organisation: 'Уральский политех',
        start: '2008',
        end: '2013',
        lines: ['Теория цепей', 'Переходные процессы'],
      },
    ]),
    skills({ Защита: ['дистанционная', 'дифференциальная'], Программы: ['расчётные комплексы', 'САПР'] }),
    languages({ русский: 'родной', английский: 'B1' }),
  ],
});

const ukrainian = person('ukrainian', {
  name: 'Соломія Ґалаґан-Щербак’юк',
  label: 'Вчителька музики, диригентка',
  language: 'uk',
  contacts: ['Кам’янець-Подільський', 'solomiia@galagan.example'],
  sections: [
    entries('work', [
      {
        title: 'Вчителька музики',
        organisation: 'Ліцей імені Леонтовича',
        start: '2014-09',
        current: true,
        lines: ['Заснувала хор із сорока п’яти дітей.', 'Підготувала їжакову казку-оперу.'],
      },
    ]),
    entries('awards', [
      {
        title: 'Приз глядацьких симпатій',
        organisation: 'Фестиваль «Щедрик»',
        end: '2022-12',
        summary: 'За найтепліше виконання.',
      },
    ]),
    languages({ українська: 'рідна', польська: 'B2' }),
  ],
});

const chinese = person('chinese', {
  name: '欧阳静怡',
  label: '供应链数据分析师',
  language: 'zh-Hans',
  otherScripts: true,
  contacts: ['杭州市西湖区', 'jingyi@ouyang.example', '+86 130 0000 0000'],
  sections: [
    prose(
      'summary',
      '七年快速消费品行业经验，擅长把模糊的业务问题变成可以回答的数据问题，并把答案讲给不懂数据的人听。',
    ),
    entries('work', [
      {
        title: '高级数据分析师',
        organisation: '西溪食品有限公司',
        place: '杭州',
        start: '2020-07',
        current: true,
        lines: [
          '建立需求预测模型，缺货率由百分之八降至百分之三。',
          '带领四人小组，为十二个仓库设计补货规则。',
          '把每周报表从两天缩短到二十分钟。',
        ],
      },
      {
        title: '数据分析师',
        organisation: '远帆物流集团',
        place: '宁波',
        start: '2017-06',
        end: '2020-06',
        lines: ['分析运输路线，一年节省燃油费用三百万元。'],
      },
    ]),
    entries('education', [
      { degree: '硕士', title: '统计学', organisation: '钱塘江大学', start: '2014', end: '2017' },
    ]),
    skills({ 工具: ['Python', 'SQL', '表格软件'], 方法: ['时间序列', '假设检验', '可视化'] }),
    languages({ 中文: '母语', 英语: 'C1' }),
  ],
});

const japanese = person('japanese', {
  name: '長谷川 さくら',
  label: '保育士・主任',
  language: 'ja',
  otherScripts: true,
  contacts: ['北海道旭川市', 'sakura@hasegawa.example'],
  sections: [
    prose(
      'summary',
      '保育の現場で十年働き、子どもの声をよく聞くことを大切にしてきました。ピアノと手話ができます。',
    ),
    entries('work', [
      {
        title: '主任保育士',
        organisation: 'ひまわり保育園',
        place: '旭川',
        start: '2019-04',
        current: true,
        lines: [
          '職員十四名のシフトを組み、残業を月六時間まで減らした。',
          '保護者向けのオンライン面談をはじめた。',
        ],
      },
      {
        title: '保育士',
        organisation: 'あおぞら保育園',
        place: '札幌',
        start: '2014-04',
        end: '2019-03',
        lines: ['二歳児クラスを担当し、アレルギー対応の手順をまとめた。'],
      },
    ]),
    entries('certificates', [{ title: '保育士資格', organisation: '北海道', end: '2014-03' }]),
    skills({ 特技: ['ピアノ', '手話', 'リトミック'] }),
    languages({ 日本語: '母語', 英語: 'A2' }),
  ],
});

const korean = person('korean', {
  name: '남궁 하늘',
  label: '임베디드 소프트웨어 개발자',
  language: 'ko',
  otherScripts: true,
  contacts: ['대전광역시 유성구', 'haneul@namgung.example', 'https://namgung.example/코드'],
  sections: [
    prose(
      'summary',
      '작은 기기에서 오래 도는 프로그램을 만듭니다. 읽기 쉬운 코드와 측정할 수 있는 결과를 믿습니다.',
    ),
    entries('work', [
      {
        title: '선임 개발자',
        organisation: '갑천전자',
        place: '대전',
        start: '2018-01',
        current: true,
        lines: [
          '센서 펌웨어의 전력 소모를 절반으로 줄였습니다.',
          '자동 시험 장비를 설계해 불량률을 낮췄습니다.',
        ],
      },
      {
        title: '개발자',
        organisation: '한밭시스템',
        place: '세종',
        start: '2014-03',
        end: '2017-12',
        lines: ['실시간 운영체제를 새 칩에 옮겼습니다.'],
      },
    ]),
    skills({ 언어: ['C', 'Rust', '파이썬'] }),
    languages({ 한국어: '모국어', 영어: 'B2' }),
  ],
});

export const otherScripts = [greek, russian, ukrainian, chinese, japanese, korean];
