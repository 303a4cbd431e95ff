import localFont from 'next/font/local';

/** Self-hosted; the fallbacks are scaled, so that nothing moves when a font arrives. */

export const alegreya = localFont({
  src: '../../node_modules/@fontsource-variable/alegreya/files/alegreya-latin-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-alegreya',
  adjustFontFallback: 'Times New Roman',
});

export const alegreyaSans = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource/alegreya-sans/files/alegreya-sans-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/alegreya-sans/files/alegreya-sans-latin-700-normal.woff2',
      weight: '700',
    },
  ],
  variable: '--font-alegreya-sans',
});

/** Letters beyond western Europe's, such as Czech ř and ě; fetched by pages that show one. */

export const alegreyaExtended = localFont({
  src: '../../node_modules/@fontsource-variable/alegreya/files/alegreya-latin-ext-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-alegreya-extended',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-024F' }],
});

export const alegreyaSansExtended = localFont({
  src: '../../node_modules/@fontsource/alegreya-sans/files/alegreya-sans-latin-ext-400-normal.woff2',
  variable: '--font-alegreya-sans-extended',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-024F' }],
});
