import { useEffect, useEffectEvent } from 'react';
import { useDesk } from './desk-store';
import { focusField, focusSearch } from './focus';
import { useReviewer } from './reviewer';
import { type Command, commandOf, takesKeys } from './shortcuts';
import type { Review } from './use-review';

/** Single keys for what reviewers do all the time; they rest while somebody types or a dialog is open. */
export function useCommands(review: Review): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (!useReviewer.getState().shortcuts || event.defaultPrevented || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.target instanceof Element && takesKeys(event.target, event.key)) return;
    const pressed = commandOf(event);
    if (!pressed) return;
    event.preventDefault();
    const commands: Record<Command, () => void> = {
      accept: review.accept,
      next: review.next,
      previous: review.previous,
      candidate: () => review.choose(pressed.digit),
      edit: focusField,
      decorative: review.decorative,
      undo: review.undo,
      search() {
        useDesk.setState({ isListOpen: true });
        focusSearch();
      },
      filters: () =>
        useDesk.setState(({ isFiltering }) => ({ isFiltering: !isFiltering, isListOpen: true })),
      history: openHistory,
      rules: () => useDesk.setState({ dialog: 'rules' }),
      help: () => useDesk.setState({ dialog: 'help' }),
    };
    commands[pressed.command]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => act(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function openHistory(): void {
  const details = document.querySelector<HTMLDetailsElement>('#history');
  if (!details) return;
  details.open = !details.open;
  details.querySelector('summary')?.focus();
}
