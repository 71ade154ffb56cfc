# The portal, the worker and the commands in one image: docs/runbooks/install.md says how it is used.
ARG NODE=20-bookworm-slim

FROM node:${NODE} AS build
# For what has no built binary for this platform.
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /waymark
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json vite.config.ts remix.config.js server.ts ./
COPY public ./public
COPY scripts ./scripts
COPY db ./db
COPY jobs ./jobs
COPY commands ./commands
COPY app ./app
RUN npm run build && npm prune --omit=dev

FROM node:${NODE}
# pg_dump and pg_restore, for backups of PostgreSQL. Debian 12 has version 15, which is compose.yaml's server.
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client \
  && rm -rf /var/lib/apt/lists/*
# The one folder that is written to besides /tmp: SQLite's file, and backups.
RUN install -d -o node -g node -m 0700 /data
WORKDIR /waymark
# Nothing here belongs to the user that runs it. The commands are TypeScript and run from their sources (tsx).
COPY --from=build /waymark/package.json /waymark/tsconfig.json ./
COPY --from=build /waymark/node_modules ./node_modules
COPY --from=build /waymark/db ./db
COPY --from=build /waymark/jobs ./jobs
COPY --from=build /waymark/commands ./commands
COPY --from=build /waymark/app ./app
COPY --from=build /waymark/build ./build
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATABASE_URL=file:/data/portal.db \
  npm_config_cache=/tmp/npm \
  npm_config_update_notifier=false
VOLUME /data
# By number, so that whoever forbids root can see that it is none: `node`.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself gets the signals, and a limit, without which it keeps twice the memory that it needs. The worker: compose.yaml.
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=192", "build/portal.js"]
