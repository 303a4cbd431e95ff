import { LearnPage } from '../../../_learn/learn-page';
import { pageMetadata } from '../../../_lib/metadata';

export const metadata = pageMetadata('fa', 'learn');

export default function PersianLearn() {
  return <LearnPage locale="fa" />;
}
