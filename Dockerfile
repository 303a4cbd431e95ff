FROM node:20-bookworm-slim AS build
WORKDIR /negar
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
COPY next.config.js postcss.config.mjs tsconfig.json ./
COPY tools tools
COPY models models
COPY server server
COPY app app
RUN npm run build && rm -rf .next/cache

FROM node:20-bookworm-slim AS packages
WORKDIR /negar
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error

FROM node:20-bookworm-slim
WORKDIR /negar
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NEGAR_HOST=0.0.0.0 PORT=3000
COPY LICENSE package.json next.config.js ./
COPY public public
COPY --from=packages /negar/node_modules node_modules
COPY --from=build /negar/.next .next
COPY --from=build /negar/dist dist
COPY --from=build /negar/public/sw.js public/sw.js
COPY --from=build /negar/server/storage/migrations server/storage/migrations
# The one folder that the server may write to; a volume keeps it.
ENV NEGAR_WORKSPACE=/data
RUN mkdir --mode=0700 /data && chown node:node /data
# The files belong to root, so the server cannot change them.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server.mjs"]
