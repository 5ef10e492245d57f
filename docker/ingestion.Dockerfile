# syntax=docker/dockerfile:1
# Frames in; observations, stock events and decisions out.
# Build from the repository's root: docker build -f docker/ingestion.Dockerfile -t shelfwatch/ingestion .
FROM node:22-bookworm-slim AS build
WORKDIR /workspace
ENV ONNXRUNTIME_NODE_INSTALL=skip NEXT_TELEMETRY_DISABLED=1 NX_DAEMON=false
COPY package.json package-lock.json nx.json tsconfig.base.json tsconfig.json ./
COPY apps apps
COPY libs libs
COPY tools tools
COPY docker/healthcheck.mjs docker/healthcheck.mjs
RUN npm ci --omit=optional --no-audit --no-fund
RUN npx nx build @shelfwatch/ingestion
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /workspace
ENV NODE_ENV=production
COPY --from=build --chown=node:node /workspace /workspace
# Volumes mounted here start out with this owner.
RUN mkdir -p /var/lib/shelfwatch/pictures /var/lib/shelfwatch/models /var/lib/shelfwatch/retraining /var/lib/shelfwatch/inference && chown -R node:node /var/lib/shelfwatch
USER node
EXPOSE 4202
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "docker/healthcheck.mjs", "http://127.0.0.1:4202/health/ready"]
CMD ["node", "apps/ingestion/dist/main.js"]
