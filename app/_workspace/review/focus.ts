/** Where the focus goes when keys should do something again. */

/** The list, or where it is not shown, the image. */
export function focusRows(): void {
  const rows = document.querySelector<HTMLElement>('#rows');
  if (rows?.checkVisibility()) rows.focus();
  else focusStage();
}

export function focusStage(): void {
  document.querySelector<HTMLElement>('#stage')?.focus({ preventScroll: true });
}

export function focusField(): void {
  const field = document.querySelector<HTMLTextAreaElement>('#alt-text');
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

/** The search, once it is shown. */
export function focusSearch(): void {
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#search')?.select());
}
