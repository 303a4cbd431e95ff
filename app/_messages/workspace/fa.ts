import type { en } from './en';

/** The texts of the workspace in Persian. */
export const fa: typeof en = {
  title: 'میز کار متن‌های جایگزین',
  sections: {
    label: 'میز کار',
    review: 'بازبینی',
  },
  empty: {
    title: 'هنوز عکسی نیست',
    text: 'عکس‌ها که برسند، اینجا متن جایگزینشان را یکی پس از دیگری با صفحه‌کلید می‌خوانید.',
  },
};
