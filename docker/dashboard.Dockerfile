# syntax=docker/dockerfile:1
# The web page.
# Build from the repository's root: docker build -f docker/dashboard.Dockerfile -t shelfwatch/dashboard .
FROM node:22-bookworm-slim AS build
WORKDIR /workspace
ENV ONNXRUNTIME_NODE_INSTALL=skip NEXT_TELEMETRY_DISABLED=1 NX_DAEMON=false
COPY package.json package-lock.json nx.json tsconfig.base.json tsconfig.json ./
COPY apps apps
COPY libs libs
COPY tools tools
COPY docker/healthcheck.mjs docker/healthcheck.mjs
RUN npm ci --omit=optional --no-audit --no-fund
RUN npx nx build @shelfwatch/dashboard
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /workspace
ENV NODE_ENV=production
COPY --from=build --chown=node:node /workspace /workspace
USER node
EXPOSE 4200
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "docker/healthcheck.mjs", "http://127.0.0.1:4200/sign-in"]
CMD ["node", "node_modules/next/dist/bin/next", "start", "apps/dashboard", "--port", "4200"]
