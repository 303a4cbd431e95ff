import { Page } from '../../_components/page';

export default function PersianPage() {
  return <Page locale="fa" />;
}
