/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  /** `npm run lint` checks the types of every file; the build need not do it again. */
  typescript: { ignoreBuildErrors: true },
};
