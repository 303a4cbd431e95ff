import { LearnPage } from '../../_learn/learn-page';
import { pageMetadata } from '../../_lib/metadata';

export const metadata = pageMetadata('en', 'learn');

export default function EnglishLearn() {
  return <LearnPage locale="en" />;
}
