export const USAGE = `Usage: npm run figures -- COMMAND [options]
Asks a running platform for its figures.

  claims    before and after a change, with control stores and 95 % intervals: is it 35 % less, is it 98 %?
              --stores ID,…  --changed MOMENT  --days N  [--control ID,…] [--seed N]
  replay    what other settings would have made of what was seen; changes nothing
              --store ID  --from MOMENT  --to MOMENT  [--what-if FILE.json]
  counts    which few products to count today, and why
              --store ID  [--per-day N]
Options
  --monitoring URL    (default http://127.0.0.1:4201)
  --data DIR          data folder of "npm start" on this machine (default .shelfwatch), to sign in as its administrator
  --json              one JSON object instead of text
  --help
Moments are like 2026-11-23T08:00:00Z. FILE.json holds what would be different, see docs/replay.md.
Environment, so that no secret shows in the process list
  SHELFWATCH_KEY                    an API key
  SHELFWATCH_USER, SHELFWATCH_PASSWORD`;
