import { pageMetadata } from '../../_lib/metadata';
import { TextPage } from '../../_text/text-page';

export const metadata = pageMetadata('en', 'text');

export default function EnglishTextPage() {
  return <TextPage locale="en" />;
}
