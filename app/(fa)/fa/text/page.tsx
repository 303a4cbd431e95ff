import { pageMetadata } from '../../../_lib/metadata';
import { TextPage } from '../../../_text/text-page';

export const metadata = pageMetadata('fa', 'text');

export default function PersianTextPage() {
  return <TextPage locale="fa" />;
}
