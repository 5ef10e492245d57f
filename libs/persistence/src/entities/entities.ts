import { ApiKeyEntity } from './api-key.entity.js';
import { CameraHealthEntity } from './camera-health.entity.js';
import { CameraViewEntity } from './camera-view.entity.js';
import { CameraEntity } from './camera.entity.js';
import { DataSetItemEntity } from './data-set-item.entity.js';
import { DataSetVersionEntity } from './data-set-version.entity.js';
import { DecisionEntity } from './decision.entity.js';
import { FixtureEntity } from './fixture.entity.js';
import { FloorAnswerEntity } from './floor-answer.entity.js';
import { FrameEntity } from './frame.entity.js';
import { InventoryMovementEntity } from './inventory-movement.entity.js';
import { LabelTaskEntity } from './label-task.entity.js';
import { MislabelSearchEntity } from './mislabel-search.entity.js';
import { ModelStatePeriodEntity } from './model-state-period.entity.js';
import { ModelVersionEntity } from './model-version.entity.js';
import { OutboxEntity } from './outbox.entity.js';
import { PlanogramVersionEntity } from './planogram-version.entity.js';
import { ProductEntity } from './product.entity.js';
import { ReorderChangeEntity } from './reorder-change.entity.js';
import { ReorderEntity } from './reorder.entity.js';
import { ReplenishmentPolicyEntity } from './replenishment-policy.entity.js';
import { SampleImportEntity } from './sample-import.entity.js';
import { SlotObservationEntity } from './slot-observation.entity.js';
import { SlotStateEntity } from './slot-state.entity.js';
import { SlotEntity } from './slot.entity.js';
import { StockEventChangeEntity } from './stock-event-change.entity.js';
import { StockEventEntity } from './stock-event.entity.js';
import { StockLevelEntity } from './stock-level.entity.js';
import { StoreEntity } from './store.entity.js';
import { SupplierEntity } from './supplier.entity.js';
import { SuppressionWindowEntity } from './suppression-window.entity.js';
import { TrainingSampleEntity } from './training-sample.entity.js';
import { UserAccountEntity } from './user-account.entity.js';
import { UserSessionEntity } from './user-session.entity.js';

/** Every table. */
export const ENTITIES = [
  ApiKeyEntity,
  CameraHealthEntity,
  CameraViewEntity,
  CameraEntity,
  DataSetItemEntity,
  DataSetVersionEntity,
  DecisionEntity,
  FixtureEntity,
  FloorAnswerEntity,
  FrameEntity,
  InventoryMovementEntity,
  LabelTaskEntity,
  MislabelSearchEntity,
  ModelStatePeriodEntity,
  ModelVersionEntity,
  OutboxEntity,
  PlanogramVersionEntity,
  ProductEntity,
  ReorderChangeEntity,
  ReorderEntity,
  ReplenishmentPolicyEntity,
  SampleImportEntity,
  SlotObservationEntity,
  SlotStateEntity,
  SlotEntity,
  StockEventChangeEntity,
  StockEventEntity,
  StockLevelEntity,
  StoreEntity,
  SupplierEntity,
  SuppressionWindowEntity,
  TrainingSampleEntity,
  UserAccountEntity,
  UserSessionEntity,
];
