import { buttonClass } from '../_components/button';
import { Message } from '../_components/message';
import { PLACES } from '../_lib/locales';
import { MESSAGES } from '../_messages/messages';

export default function NotFound() {
  const { missing } = MESSAGES.en;
  return (
    <Message title={missing.title} text={missing.text}>
      <a href={PLACES.photos} className={buttonClass('primary')}>
        {missing.home}
      </a>
    </Message>
  );
}
