import { z } from 'zod';

const FORMATS = ['psa', 'json', 'csv'] as const;
const point = z.object({ x: z.number().min(-2).max(3), y: z.number().min(-2).max(3) });

/** Of `POST /v1/stores/{storeId}/planograms`, whose body is the file. */
export const planogramImportQuery = z.object({
  /** Left out: told from what the file begins with. */
  format: z.enum(FORMATS).optional(),
  /** Only check and compare; nothing is stored. */
  dryRun: z.enum(['true', 'false']).default('false'),
  /** From when it holds; left out or not in the future: at once. */
  effectiveFrom: z.iso.datetime({ offset: true }).optional(),
  /** Which planogram, by name, of a file that has several. */
  planogram: z.string().max(200).optional(),
  /** Ids of the bays of a `.psa` file, from the left, parted by commas. */
  fixtureIds: z.string().max(4_000).optional(),
  /** In what a `.psa` file measures. */
  lengthUnit: z.enum(['cm', 'inch']).default('cm'),
  /** For products that the platform does not know and whose file says nothing about it. */
  supplierId: z.string().max(200).optional(),
  category: z.string().max(200).optional(),
  casePack: z.coerce.number().int().min(1).max(100_000).optional(),
  priceCents: z.coerce.number().int().min(0).max(100_000_000).optional(),
});
export type PlanogramImportQuery = z.infer<typeof planogramImportQuery>;

export const planogramExportQuery = z.object({ format: z.enum(['json', 'csv']).default('json') });
export type PlanogramExportQuery = z.infer<typeof planogramExportQuery>;

export const planogramProblem = z.object({
  /** An error keeps the file out. */
  severity: z.enum(['error', 'warning']),
  /** Line of the file, 1-based; null where the format has none. */
  line: z.number().int().nullable(),
  /** What the row is in its file: `Position`, `positions.3`. */
  record: z.string(),
  field: z.string(),
  message: z.string(),
  /** What to do. */
  advice: z.string(),
});

const comparedSlot = z.object({
  slotId: z.string(),
  fixtureId: z.string(),
  shelf: z.number().int(),
  position: z.number().int(),
  gtin: z.string(),
  facings: z.number().int(),
  capacity: z.number().int(),
  lowFacings: z.number().int(),
});

export const planogramDifference = z.object({
  added: z.array(comparedSlot),
  removed: z.array(comparedSlot),
  /** Slots that stay, with their history, and are not as they were. */
  changed: z.array(
    z.object({
      slotId: z.string(),
      kinds: z.array(z.enum(['moved', 'resized', 'product-changed'])),
      before: comparedSlot,
      after: comparedSlot,
    }),
  ),
  unchanged: z.array(comparedSlot),
});

/** A camera whose view shows slots that the planogram changes. */
const touchedView = z.object({
  cameraId: z.string(),
  /** Computed anew from its four points; false: somebody has to draw the regions anew. */
  recomputed: z.boolean(),
  /** Slots whose regions no longer fit, or that are not in the picture. */
  slotIds: z.array(z.string()),
});

/** What an import found and did. */
export const planogramReport = z.object({
  /** Null: nothing was stored. */
  versionId: z.string().nullable(),
  state: z.enum(['checked', 'refused', 'scheduled', 'applied']),
  format: z.enum(FORMATS),
  name: z.string(),
  effectiveFrom: z.iso.datetime(),
  fixtureIds: z.array(z.string()),
  problems: z.array(planogramProblem),
  /** GTINs that the platform did not know. */
  newProducts: z.array(z.string()),
  difference: planogramDifference,
  views: z.array(touchedView),
  /** Stock events that ended because their slot was dropped or has another product. */
  closedEvents: z.number().int(),
});
export type PlanogramReport = z.infer<typeof planogramReport>;

export const planogramVersionSummary = z.object({
  versionId: z.string(),
  name: z.string(),
  format: z.string(),
  state: z.enum(['scheduled', 'applied', 'cancelled', 'failed']),
  fixtureIds: z.array(z.string()),
  effectiveFrom: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** Why a scheduled version could not be applied. */
  failure: z.string().nullable(),
  /** A slot that moved and was resized counts in both. */
  counts: z.object({
    added: z.number().int(),
    removed: z.number().int(),
    moved: z.number().int(),
    resized: z.number().int(),
    productChanged: z.number().int(),
    unchanged: z.number().int(),
  }),
});
export type PlanogramVersionSummary = z.infer<typeof planogramVersionSummary>;

export const planogramVersionList = z.object({ versions: z.array(planogramVersionSummary) });
export type PlanogramVersionList = z.infer<typeof planogramVersionList>;

export const planogramVersionDetail = planogramVersionSummary.extend({ difference: planogramDifference });
export type PlanogramVersionDetail = z.infer<typeof planogramVersionDetail>;

const calibrationPoint = z.object({
  /** In the picture, as fractions of its width and height; a corner may lie outside. */
  picture: point,
  /** On the fixture's front, as fractions of its width and height from the top left; left out: its corner. */
  fixture: point.optional(),
});

/** `POST /v1/cameras/{cameraId}/calibration` */
export const calibrationRequest = z.object({
  /** Picture size in pixels; left out: that of the view that holds now. */
  width: z.number().int().min(64).max(20_000).optional(),
  height: z.number().int().min(64).max(20_000).optional(),
  fixtures: z
    .array(
      z.object({
        fixtureId: z.string().min(1),
        /** Top left, top right, bottom right, bottom left. */
        points: z.tuple([calibrationPoint, calibrationPoint, calibrationPoint, calibrationPoint]),
      }),
    )
    .min(1)
    .max(20),
});
export type CalibrationRequest = z.infer<typeof calibrationRequest>;

export const calibrationQuery = z.object({
  /** Only compute; the view stays as it is. */
  dryRun: z.enum(['true', 'false']).default('false'),
});

export const calibrationAnswer = z.object({
  /** Of the view; null: a preview. */
  version: z.number().int().nullable(),
  width: z.number().int(),
  height: z.number().int(),
  /** Of the named fixtures: top left, top right, bottom right, bottom left; fractions of width and height. */
  regions: z.array(
    z.object({
      slotId: z.string(),
      facing: z.number().int(),
      quad: z.array(z.object({ x: z.number(), y: z.number() })).length(4),
    }),
  ),
  /** Slots of which at least one facing lies outside the picture. */
  outside: z.array(z.string()),
  /** Slots whose place was guessed, since the planogram gives no measures. */
  estimated: z.array(z.string()),
});
export type CalibrationAnswer = z.infer<typeof calibrationAnswer>;

const savedPoint = z.object({
  /** In the picture, as fractions of its width and height. */
  picture: z.object({ x: z.number(), y: z.number() }),
  /** On the fixture's front, as fractions of its width and height from the top left. */
  fixture: z.object({ x: z.number(), y: z.number() }),
});

/** `GET /v1/cameras/{cameraId}/calibration`: from which points the view was made, and what it can be made from. */
export const cameraCalibration = z.object({
  cameraId: z.string(),
  /** Of the view that holds now; null: there is none. */
  version: z.number().int().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Fixtures of the camera's store that have slots. */
  fixtures: z.array(
    z.object({
      fixtureId: z.string(),
      name: z.string(),
      aisle: z.string(),
      slots: z.number().int(),
      /** Of its slots those that the view shows. */
      slotsInView: z.number().int(),
      /** Top left, top right, bottom right, bottom left; null: its regions were drawn, or there are none. */
      points: z.array(savedPoint).length(4).nullable(),
    }),
  ),
});
export type CameraCalibration = z.infer<typeof cameraCalibration>;
