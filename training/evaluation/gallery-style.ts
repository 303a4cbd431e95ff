/** Style of the gallery, light or dark as the reader prefers. */
export const GALLERY_STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --back: #ffffff; --card: #f2f4f7; --line: #c4cad2; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --back: #0d1117; --card: #1a212b; --line: #3a444f; }
}
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1, h2 { line-height: 1.2; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 0.5rem; }
th, td { padding: 0.25rem 0.75rem; text-align: right; border-bottom: 1px solid var(--line); }
.plot { margin: 1rem 0; }
.plot > svg { max-width: 100%; height: auto; }
article { display: grid; grid-template-columns: minmax(0, 14rem) minmax(0, 1fr); gap: 0.5rem 1rem;
  margin: 1rem 0; padding: 1rem; border-radius: 0.5rem; background: var(--card); }
article h3, .words { grid-column: 1 / -1; margin: 0; }
article p, .references { margin: 0 0 0.5rem; }
.references { padding-left: 1.25rem; }
img { width: 100%; }
img, .look { border-radius: 0.25rem; }
.look { display: block; aspect-ratio: 1; background: var(--look), var(--photo); background-size: 100% 100%; }
.words { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0; list-style: none; }
.words li { width: 6rem; text-align: center; }
small { display: block; }
@media (max-width: 40rem) {
  article { grid-template-columns: minmax(0, 1fr); }
  table { font-size: 0.75rem; }
  th, td { padding: 0.25rem 0.125rem; }
}
@media print, (forced-colors: active) { .look { print-color-adjust: exact; forced-color-adjust: none; } }
`;
