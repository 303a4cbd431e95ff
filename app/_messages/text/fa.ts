import type { en } from './en';

/** The texts of the page that reads texts, in Persian. */
export const fa: typeof en = {
  title: 'متن چه می‌گوید',
  text: 'متنی انگلیسی بچسبانید. شبکه‌هایی کوچک موضوعش را می‌گویند، واژه‌هایش را دسته می‌کنند و آن را به زبان‌های دیگر می‌نویسند.',
  label: 'متن انگلیسی',
  read: 'بخوان',
  reading: 'در حال خواندن…',
  example: 'یک نمونه',
  exampleText:
    'The team won the final in Madrid on Sunday. A young player in a red shirt scored twice, and thousands of people celebrated in the street.',
  server: 'متن به سرور نگار می‌رود و آنجا نگه داشته نمی‌شود.',
  private: 'حالت خصوصی روشن است: متن روی همین دستگاه می‌ماند.',
  topic: 'موضوع',
  topicHint:
    'از میان چهار گونه خبر، متن دربارهٔ هرچه باشد. واژه‌های نشان‌دار بیش از همه به سود نخستین موضوع بوده‌اند.',
  words: 'واژه‌ها',
  more: 'و {count, plural, one {# واژهٔ دیگر} other {# واژهٔ دیگر}}',
  translations: 'به زبان‌های دیگر',
  none: 'برای دیدن ترجمه، در بالا زبانی برگزینید.',
  tags: {
    ADJ: 'صفت',
    ADP: 'حرف اضافه',
    ADV: 'قید',
    AUX: 'فعل کمکی',
    CCONJ: 'حرف ربط',
    DET: 'حرف تعریف',
    INTJ: 'صوت',
    NOUN: 'اسم',
    NUM: 'عدد',
    PART: 'ادات',
    PRON: 'ضمیر',
    PROPN: 'نام خاص',
    PUNCT: 'نشانه',
    SCONJ: 'حرف ربط',
    SYM: 'نماد',
    VERB: 'فعل',
    X: 'دیگر',
  },
};
