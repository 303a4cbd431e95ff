/** The Persian letter noon, of Negar: a bowl and the dot of a reed pen above it. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path
        d="M4.2 11.5c-1.9 8.6 3.2 15.6 11.6 15.6 8.6 0 13.6-7.4 11.6-16.6l-3.4 2c.9 6.4-2.4 10.4-8.2 10.4-5.6 0-9-3.6-8.4-9.8z"
        fill="currentColor"
      />
      <path d="M16 3.4l4.7 4.4-4.5 5-4.9-4.5z" className="fill-glow" />
    </svg>
  );
}
