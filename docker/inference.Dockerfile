# syntax=docker/dockerfile:1
# The model server on a CPU (ONNX Runtime).
# Build from the repository's root: docker build -f docker/inference.Dockerfile -t shelfwatch/inference .
FROM node:22-bookworm-slim AS build
WORKDIR /workspace
ENV ONNXRUNTIME_NODE_INSTALL=skip NEXT_TELEMETRY_DISABLED=1 NX_DAEMON=false
COPY package.json package-lock.json nx.json tsconfig.base.json tsconfig.json ./
COPY apps apps
COPY libs libs
COPY tools tools
COPY docker/healthcheck.mjs docker/healthcheck.mjs
RUN npm ci --omit=optional --no-audit --no-fund
RUN npx nx build @shelfwatch/inference
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /workspace
ENV NODE_ENV=production
COPY --from=build --chown=node:node /workspace /workspace
# Volumes mounted here start out with this owner.
RUN mkdir -p /var/lib/shelfwatch/models /var/lib/shelfwatch/inference && chown -R node:node /var/lib/shelfwatch
USER node
EXPOSE 4203
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "docker/healthcheck.mjs", "http://127.0.0.1:4203/health/ready"]
CMD ["node", "apps/inference/dist/main.js"]
