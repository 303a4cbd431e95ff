/** Dots of a reed pen, some of them filled; what they say is said in words beside them. */
export function Nuqtas({ filled, of }: { readonly filled: number; readonly of: number }) {
  return (
    <span aria-hidden="true" className="inline-flex shrink-0 gap-[0.15em]">
      {Array.from({ length: of }, (_, i) => (
        <span key={i} className={`nuqta ${i < filled ? 'bg-glow' : 'bg-line'}`} />
      ))}
    </span>
  );
}
