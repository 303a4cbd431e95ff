import { Page } from '../_components/page';

export default function EnglishPage() {
  return <Page locale="en" />;
}
