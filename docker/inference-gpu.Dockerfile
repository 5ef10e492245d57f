# syntax=docker/dockerfile:1
# The model server on an NVIDIA GPU: @tensorflow/tfjs-node-gpu 4.22 is built on libtensorflow 2.9.1, which wants CUDA 11.2 and cuDNN 8.1.
# Build from the repository's root: docker build -f docker/inference-gpu.Dockerfile -t shelfwatch/inference-gpu .
FROM node:22-bullseye-slim AS node

FROM nvidia/cuda:11.2.2-cudnn8-runtime-ubuntu20.04 AS runtime
# Node 22 runs on the image's glibc 2.31; its libstdc++ is linked statically.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx

FROM runtime AS build
WORKDIR /workspace
ENV ONNXRUNTIME_NODE_INSTALL=skip NX_DAEMON=false
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json nx.json tsconfig.base.json tsconfig.json ./
COPY apps apps
COPY libs libs
COPY tools tools
COPY docker/healthcheck.mjs docker/healthcheck.mjs
# The optional packages are wanted here: tfjs-node-gpu fetches libtensorflow while it installs.
RUN npm ci --include=optional --no-audit --no-fund
RUN npx nx build @shelfwatch/inference
RUN npm prune --omit=dev --no-audit --no-fund --ignore-scripts

FROM runtime
WORKDIR /workspace
ENV NODE_ENV=production INFERENCE_ENGINE=tfjs-node-gpu
COPY --from=build /workspace /workspace
RUN useradd --create-home shelfwatch
# Volumes mounted here start out with this owner.
RUN mkdir -p /var/lib/shelfwatch/models /var/lib/shelfwatch/inference && chown -R shelfwatch /var/lib/shelfwatch
USER shelfwatch
EXPOSE 4203
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s CMD ["node", "docker/healthcheck.mjs", "http://127.0.0.1:4203/health/ready"]
CMD ["node", "apps/inference/dist/main.js"]
