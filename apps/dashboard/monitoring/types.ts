import type { components } from './generated/schema';

/** The words of monitoring's API, by the names that the pages use for them. */
type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Store = Schemas['StoreList']['stores'][number];
export type Summary = Schemas['Summary'];
export type StockEvent = Schemas['StockEventList']['events'][number];
export type StockEventKind = StockEvent['kind'];
export type FloorAnswer = NonNullable<StockEvent['answer']>;
export type FalseAlarmCause = NonNullable<FloorAnswer['cause']>;
export type Product = StockEvent['product'];
export type Place = StockEvent['place'];
export type Decision = NonNullable<StockEvent['decision']>;
export type Remedy = Decision['remedy'];
export type CameraSummary = Schemas['CameraList']['cameras'][number];
export type CameraShelf = Schemas['CameraShelf'];
export type ShelfSlot = CameraShelf['slots'][number];
export type SlotStatus = ShelfSlot['status'];
export type Reorder = Schemas['Reorder'];
export type ReorderState = Reorder['state'];
export type PlanogramVersion = Schemas['PlanogramVersionList']['versions'][number];
export type PlanogramDetail = Schemas['PlanogramVersionDetail'];
export type PlanogramReport = Schemas['PlanogramReport'];
export type PlanogramDifference = PlanogramReport['difference'];
export type PlanogramProblem = PlanogramReport['problems'][number];
export type PlannedSlot = PlanogramDifference['added'][number];
export type CameraCalibration = Schemas['CameraCalibration'];
export type CalibrationAnswer = Schemas['CalibrationAnswer'];
export type CalibratedFixture = CameraCalibration['fixtures'][number];
/** A corner, or another point whose place on the fixture's front is known. */
export type CalibrationPoint = NonNullable<CalibratedFixture['points']>[number];
export type StockBalance = Schemas['InventoryList']['products'][number];
export type CountProposal = Schemas['CountProposals']['proposals'][number];
export type ProductMovements = Schemas['ProductMovements'];
export type Movement = ProductMovements['movements'][number];
export type Policy = Schemas['Policy'];
/** What was set for a store or a product; what is left out comes from the store, then from the defaults. */
export type PolicyChoices = Policy['choices'];
export type ExpectedGap = Schemas['SuppressionList']['windows'][number];
export type KpiReport = Schemas['KpiReport'];
export type KpiFigure = KpiReport['total']['osaByTime'];
export type ClaimsReport = Schemas['ClaimsReport'];
export type Claim = ClaimsReport['claims'][number];
export type ClaimVerdict = NonNullable<Claim['verdict']>;
export type ReplayReport = Schemas['ReplayReport'];
export type ReplayOutcome = ReplayReport['asIs'];
export type ReplayDifference = ReplayReport['differences'][number];

/** Names of server-sent events that tell of a change. */
export type LiveKind = 'stock-event' | 'slot-state' | 'camera-health' | 'reorder';
