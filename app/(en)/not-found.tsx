import { buttonClass } from '../_components/button';
import { Message } from '../_components/message';
import { PATHS } from '../_lib/locales';
import { MESSAGES } from '../_messages/messages';

export default function NotFound() {
  const { missing } = MESSAGES.en;
  return (
    <Message title={missing.title} text={missing.text}>
      <a href={PATHS.en} className={buttonClass('primary')}>
        {missing.home}
      </a>
    </Message>
  );
}
