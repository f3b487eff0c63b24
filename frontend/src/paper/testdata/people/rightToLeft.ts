// Scripts written from right to left, with Latin words and figures in between.
import { prose } from '../../sample';
import { entries, languages, person, skills } from './person';

const arabic = person('arabic', {
  name: 'ليلى عبد الرحمن الحدّاد',
  label: 'مهندسة مدنية وإدارة مشاريع',
  language: 'ar',
  otherScripts: true,
  picture: true,
  contacts: ['عمّان', 'layla@haddad.example', '+962 7 0000 0000', 'https://haddad.example/'],
  sections: [
    prose(
      'summary',
      'خبرة تسع سنوات في تصميم الجسور والإشراف على تنفيذها. أكتب تقارير واضحة وأحب العمل في الموقع مع الفريق.',
    ),
    entries('work', [
      {
        title: 'مديرة مشروع',
        organisation: 'شركة الجسر العربي',
        place: 'عمّان',
        start: '2019-02',
        current: true,
        lines: [
          'قدت فريقا من 18 مهندسا لإنجاز ثلاثة جسور.',
          'خفضت تكلفة الخرسانة بنسبة 12% باستخدام برنامج BIM.',
          'أعددت خطة السلامة ولم تقع أي إصابة.',
        ],
      },
      {
        title: 'مهندسة موقع',
        organisation: 'شركة الجسر العربي',
        place: 'عمّان',
        joined: true,
        start: '2015-09',
        end: '2019-01',
        lines: ['راقبت جودة أعمال الصب والتسليح.'],
      },
    ]),
    entries('education', [
      {
        degree: 'بكالوريوس',
        title: 'الهندسة المدنية',
        organisation: 'جامعة نهر الأردن',
        start: '2010',
        end: '2015',
      },
    ]),
    skills({ برامج: ['AutoCAD', 'BIM', 'جداول البيانات'], مهارات: ['التفاوض', 'التخطيط'] }),
    languages({ العربية: 'اللغة الأم', الإنجليزية: 'C1' }),
  ],
});

const hebrew = person('hebrew', {
  name: 'נועה בן־שמעון',
  label: 'מעצבת חוויית משתמש',
  language: 'he',
  otherScripts: true,
  contacts: ['חיפה', 'noa@benshimon.example', '050 000 0000'],
  sections: [
    prose(
      'summary',
      'מעצבת מוצרים דיגיטליים למערכת הבריאות. מאמינה בשיחות עם מטופלים לפני שמציירים מסך אחד.',
    ),
    entries('work', [
      {
        title: 'מעצבת ראשית',
        organisation: 'מרפאות הכרמל',
        place: 'חיפה',
        start: '2020-05',
        current: true,
        lines: [
          'הובלתי עיצוב מחדש של זימון תורים ל־400,000 מטופלים.',
          'קיצרתי את זמן ההרשמה משבע דקות לשתיים.',
        ],
      },
      {
        title: 'מעצבת',
        organisation: 'סטודיו גל',
        place: 'תל אביב',
        start: '2016-02',
        end: '2020-04',
        lines: ['בניתי ספריית רכיבים נגישה לפי WCAG.'],
      },
    ]),
    skills({ כלים: ['Figma', 'HTML', 'אבות טיפוס'] }),
    languages({ עברית: 'שפת אם', אנגלית: 'C2', ערבית: 'B1' }),
  ],
});

export const rightToLeft = [arabic, hebrew];
