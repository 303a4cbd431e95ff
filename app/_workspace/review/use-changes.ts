import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Item, ItemDetail } from '../data/kinds';
import { answerOf, codeOf } from '../data/trouble-code';
import { useTRPC, useTRPCClient } from '../data/trpc';
import { type Change, changeTo, isSameWording, outcomeOf, type Wording } from './change';
import { type Conflict, useDesk } from './desk-store';
import { patchItem } from './item-cache';
import { useReviewer } from './reviewer';

interface Sent {
  /** As it was before. */
  readonly item: Item;
  readonly change: Change;
  readonly outcome: Wording | undefined;
  /** Whether a change of the same item was under way, so that its version is not known yet. */
  readonly follows: boolean;
}

/** A change of something that was not saved; what it would have made is kept there. */
class Overtaken extends Error {}

/**
 * Changes alt texts at once, and sends what was changed one after the other. A change names the
 * version that the reviewer had read, or the one that their own change before it made.
 */
export function useChanges() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [underWay] = useState(() => new Map<number, number>());
  const [versions] = useState(() => new Map<number, number>());
  const patch = (id: number, part: Partial<Item>) => patchItem(queryClient, trpc, id, part);

  const { mutate } = useMutation({
    mutationKey: ['review'],
    scope: { id: 'review' },
    mutationFn: ({ item, change, follows }: Sent): Promise<Item> => {
      const { id } = item;
      const version = follows ? versions.get(id) : item.version;
      if (version === undefined) throw new Overtaken();
      const basis = { id, version, reviewer: useReviewer.getState().name };
      switch (change.kind) {
        case 'choose':
          return client.review.choose.mutate({ ...basis, candidate: change.candidate });
        case 'edit':
          return client.review.edit.mutate({
            ...basis,
            text: change.text,
            approve: change.approve,
          });
        default:
          return client.review[change.kind].mutate(basis);
      }
    },
    onSuccess(item, { item: { id } }) {
      versions.set(id, item.version);
      patch(id, underWay.get(id) === 1 ? item : { version: item.version });
    },
    onError(error, sent) {
      const { item, outcome } = sent;
      const version = versions.get(item.id) ?? item.version;
      versions.delete(item.id);
      useDesk.setState(({ done }) => ({ done: done.filter((one) => one.item.id !== item.id) }));
      if (error instanceof Overtaken) keepWith(sent);
      else if (codeOf(error) === 'EDIT_CONFLICT') meet(sent, answerOf(error)?.current);
      else {
        if (outcome) patch(item.id, { ...item, version });
        const entry = { item, change: sent.change, code: codeOf(error) };
        useDesk.setState(({ unsaved }) => ({ unsaved: [...unsaved, entry] }));
      }
    },
    onSettled(_item, _error, { item: { id, collectionId } }) {
      underWay.set(id, (underWay.get(id) ?? 1) - 1);
      void queryClient.invalidateQueries(trpc.items.get.queryFilter({ id }));
      void queryClient.invalidateQueries(trpc.collections.stats.queryFilter({ id: collectionId }));
    },
  });

  /** Shows what somebody else wrote, and asks where it differs. */
  function meet(
    { item, outcome }: Sent,
    theirs: Conflict['theirs'] = { ...item, text: item.alt },
  ): void {
    const wording = { state: theirs.state, alt: theirs.text };
    const { version, reviewer } = theirs;
    patch(item.id, { ...wording, version, reviewer });
    if (!outcome || isSameWording(wording, outcome)) return;
    const conflict = { item: { ...item, version }, mine: outcome, theirs };
    useDesk.setState(({ conflicts }) => ({ conflicts: [...conflicts, conflict] }));
  }

  /** Lets what was not saved before take in a change that came after it. */
  function keepWith({ item, outcome }: Sent): void {
    if (!outcome) return;
    useDesk.setState(({ conflicts, unsaved }) => ({
      conflicts: conflicts.map((one) =>
        one.item.id === item.id ? { ...one, mine: outcome } : one,
      ),
      unsaved: unsaved.map((one) =>
        one.item.id === item.id ? { ...one, change: changeTo(outcome) } : one,
      ),
    }));
  }

  return {
    /** @param before what undoing brings back. */
    apply(
      item: Item,
      change: Change,
      candidates?: ItemDetail['candidates'],
      before?: Wording,
    ): void {
      const { id } = item;
      const outcome = outcomeOf(change, item, candidates, before);
      const others = underWay.get(id) ?? 0;
      underWay.set(id, others + 1);
      if (outcome) patch(id, { ...outcome, reviewer: useReviewer.getState().name });
      if (change.kind !== 'undo') {
        useDesk.setState(({ done }) => ({ done: [...done, { item }] }));
      }
      mutate({ item, change, outcome, follows: others > 0 });
    },
  };
}
