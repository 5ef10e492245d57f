export const USAGE = `Usage: npm run retrain -- COMMAND [options]
Teaches the platform new products, from the command line.

Data sets
  data-sets                         what there is
  import NAME FOLDER|ZIP            pictures, a folder for each class, into data set NAME; --golden keeps them for the final check
  mislabels NAME                    samples whose label is probably wrong
  freeze NAME                       makes a version that never changes; --hold-out LABEL,… measures strangers, --max-per-class N, --seed N
Runs
  estimate NAME|VERSION-ID          what training would cost here
  train NAME|VERSION-ID             trains on the newest version of NAME and waits; --detach does not wait
                                    --strategy feature-extraction|fine-tuning|progressive (default feature-extraction)
                                    --start live|chance|MODEL (default live), --model NAME (default shop), --seed N,
                                    --pictures facings|photographs, --options FILE.json, --promote goes live when the gate passes
  runs | follow RUN | pause RUN | cancel RUN | resume RUN
Models
  models | show MODEL               what there is; figures, worst classes and confusions of one
  gate MODEL [--against MODEL]      compares with what is live, or with another one
  promote MODEL [--shadow]          --override REASON passes a gate that does not pass
  rollback REASON                   what was live before is live again
Options
  --url URL                         of retraining (default http://127.0.0.1:4204)
  --monitoring URL                  where people sign in (default http://127.0.0.1:4201)
  --data DIR                        data folder of "npm start" on this machine (default .shelfwatch), to sign in as its administrator
  --json                            one JSON object instead of text
  --help
Environment, so that no secret shows in the process list
  SHELFWATCH_KEY                    an API key, or the service's token
  SHELFWATCH_USER, SHELFWATCH_PASSWORD
Example: a new product, from 30 pictures to live
  npm run retrain -- import shop ./new-oat-drink && npm run retrain -- freeze shop && npm run retrain -- train shop --promote`;

/** What was typed cannot be used; the message says why. */
export class UsageError extends Error {
  readonly code = 'USAGE';
}
