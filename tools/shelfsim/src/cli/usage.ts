export const USAGE = `shelfsim: a simulated shop with cameras

Usage: npm run shelfsim -- COMMAND [options]

  play        play a scenario and send its pictures
    --scenario NAME|FILE   default demo; a name of "scenarios", or a YAML or JSON file
    --seed N               default 1; the same seed gives the same pictures
    --to TARGET            stream           the event stream (KAFKA_BROKERS or DATABASE_URL)
                           http://HOST:PORT ingestion's gateway; --api-key KEY if it wants one
                           FOLDER           pictures, shop.json, frames.jsonl, truth.json, events.jsonl
    --clock simulated|wall default: simulated for a folder, wall otherwise. simulated = a day in the past, as fast
                           as pictures are taken; wall = now
    --speed N              default 60; simulated seconds in one second of the wall clock
    --limit N              stop after so many pictures
    --truth FILE           write what really happened, at the end
  shop        write the shop as the platform imports it
    --scenario, --seed     as above
    --out FILE             default: standard output
    --no-pictures          leave out the products' pictures
  shoot       take labelled pictures for training
    --per-class N          default 60 facings of each product
    --seed N, --out FOLDER
  catalogue   list the products
  scenarios   list the scenarios that come with the simulator
  check FILE  say whether a scenario file is right

  --world drawn|photos     default drawn; photos fills the shelves with real photographs: --data FOLDER holds
                           classes.csv, train.txt, val.txt and test.txt (play, shop and shoot)
  --help
`;
