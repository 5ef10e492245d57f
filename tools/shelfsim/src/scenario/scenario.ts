import { z } from 'zod';
import { layoutSchema } from '../shop/layout.js';

const minutes = z.number().min(0);
/** A camera by its number, from 1, or all of them. */
const cameras = z.union([z.literal('all'), z.number().int().min(1)]);

/** Faults of a camera that a scenario can script. */
export const SCRIPTED_FAULTS = [
  'dark',
  'glare',
  'covered',
  'blurred',
  'frozen',
  'moved',
  'resolution',
  'offline',
] as const;

const faultSchema = z.strictObject({
  camera: cameras,
  kind: z.enum(SCRIPTED_FAULTS),
  fromMinute: minutes,
  forMinutes: z.number().positive(),
});

/** A time of a scenario. */
const span = { fromMinute: minutes, forMinutes: z.number().positive() };

const share = z.number().min(0).max(1).default(0);

/** A scenario file. All times are minutes of simulated time after opening. */
export const scenarioSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  layout: layoutSchema,
  durationMinutes: z
    .number()
    .positive()
    .max(366 * 1440),
  /** Simulated seconds between two pictures of a camera. */
  frameEverySeconds: z.number().positive().max(3600),
  opening: z
    .strictObject({
      /** Slots that start with one item. */
      nearlySoldOutSlots: z.number().int().min(0).default(0),
      /** Slots that start with nothing. */
      emptySlots: z.number().int().min(0).default(0),
    })
    .prefault({}),
  sales: z
    .strictObject({
      /** Items that an average slot sells in an hour. */
      perSlotPerHour: z.number().min(0).default(1.5),
      /** 0 = all slots sell alike; 1 = a few sell several times the average. */
      spread: z.number().min(0).max(1.5).default(0.6),
    })
    .prefault({}),
  shoppers: z
    .strictObject({
      /** People who stop in front of a fixture, each hour. */
      perCameraPerHour: z.number().min(0).default(12),
      staySeconds: z.tuple([z.number().positive(), z.number().positive()]).default([8, 45]),
    })
    .prefault({}),
  staff: z
    .strictObject({
      /** Minutes between two rounds; 0 = nobody refills. */
      roundEveryMinutes: minutes.default(30),
      /** A slot is refilled once it has been empty or low for so long. */
      refillAfterMinutes: minutes.default(20),
      /** Share of the due slots that a round refills. */
      refillShare: z.number().min(0).max(1).default(0.9),
      /** A misplaced item is put back after so long. */
      tidyAfterMinutes: minutes.default(45),
    })
    .prefault({}),
  /** Items that shoppers put into a wrong slot, each hour, all fixtures together. */
  misplacedPerHour: z.number().min(0).default(0),
  /** Lorries that bring everything on order into the back room. */
  deliveries: z
    .strictObject({
      atMinutes: z.array(minutes).default([]),
      /** A regular lorry, for which somebody orders all that is out; 0 = none. */
      everyMinutes: minutes.default(0),
    })
    .prefault({}),
  /** They are products of the same brand and form: hard to tell apart. */
  misplacedLookAlikes: z.boolean().default(false),
  /** Everything in some well filled slots goes at once, unpaid. */
  thefts: z.array(z.strictObject({ atMinute: minutes, slots: z.number().int().positive() })).default([]),
  /** A trolley left in front of a camera. */
  parked: z.array(z.strictObject({ camera: cameras, ...span })).default([]),
  /** Fixtures, by number from 1, that staff empty, rebuild, and leave full; the platform is told beforehand. */
  resets: z.array(z.strictObject({ fixture: z.number().int().min(1), ...span })).default([]),
  /** Nobody is in the shop. The lamps are a matter of `faults`. */
  closed: z.array(z.strictObject(span)).default([]),
  faults: z.array(faultSchema).default([]),
  /** Dimmed lamps: still good enough to see. 1 = as usual. */
  dimming: z
    .array(
      z.strictObject({
        fromMinute: minutes,
        forMinutes: z.number().positive(),
        exposure: z.number().min(0.4).max(1.3),
      }),
    )
    .default([]),
  /** Shares of pictures that arrive wrongly. */
  feed: z
    .strictObject({
      /** Sent twice. */
      duplicates: share,
      /** Cut off or overwritten. */
      corrupt: share,
      /** Sent after later ones. */
      late: share,
      /** Stamped with a time yet to come. */
      future: share,
    })
    .prefault({}),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioInput = z.input<typeof scenarioSchema>;
/** Whether a time of a scenario covers a moment, in simulated seconds after opening. */
export const covers = (
  { fromMinute, forMinutes }: { fromMinute: number; forMinutes: number },
  second: number,
): boolean => second >= fromMinute * 60 && second < (fromMinute + forMinutes) * 60;

export type ScriptedFault = Scenario['faults'][number];
