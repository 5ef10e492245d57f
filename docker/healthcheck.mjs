// Exit status 0 when the address in the first argument answers 2xx, else 1. Usage: node docker/healthcheck.mjs URL
const response = await fetch(process.argv[2], { signal: AbortSignal.timeout(2_500) }).catch(() => undefined);
process.exit(response?.ok ? 0 : 1);
