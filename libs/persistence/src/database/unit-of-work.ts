import { ApiKeyRepository } from '../repositories/api-key.repository.js';
import { CameraHealthRepository } from '../repositories/camera-health.repository.js';
import { CameraRepository } from '../repositories/camera.repository.js';
import { DataSetVersionRepository } from '../repositories/data-set-version.repository.js';
import { DecisionRepository } from '../repositories/decision.repository.js';
import { FrameRepository } from '../repositories/frame.repository.js';
import { LabelTaskRepository } from '../repositories/label-task.repository.js';
import { ModelRepository } from '../repositories/model.repository.js';
import { OutboxRepository } from '../repositories/outbox.repository.js';
import { PictureReferenceRepository } from '../repositories/picture-reference.repository.js';
import { ReorderRepository } from '../repositories/reorder.repository.js';
import { SampleImportRepository } from '../repositories/sample-import.repository.js';
import { SampleRepository } from '../repositories/sample.repository.js';
import { SessionRepository } from '../repositories/session.repository.js';
import { ShopDefinitionRepository } from '../repositories/shop-definition.repository.js';
import { ShopRepository } from '../repositories/shop.repository.js';
import { SlotObservationRepository } from '../repositories/slot-observation.repository.js';
import { SlotStateRepository } from '../repositories/slot-state.repository.js';
import { StockEventRepository } from '../repositories/stock-event.repository.js';
import { StockLevelRepository } from '../repositories/stock-level.repository.js';
import { SuppressionRepository } from '../repositories/suppression.repository.js';
import { UserRepository } from '../repositories/user.repository.js';
import type { Tables } from './tables.js';

/** Every repository, bound to the same connection or transaction. */
export class UnitOfWork {
  readonly shops: ShopRepository;
  readonly shopDefinitions: ShopDefinitionRepository;
  readonly cameras: CameraRepository;
  readonly cameraHealth: CameraHealthRepository;
  readonly frames: FrameRepository;
  readonly observations: SlotObservationRepository;
  readonly slotStates: SlotStateRepository;
  readonly stockEvents: StockEventRepository;
  readonly decisions: DecisionRepository;
  readonly reorders: ReorderRepository;
  readonly stockLevels: StockLevelRepository;
  readonly suppressions: SuppressionRepository;
  readonly outbox: OutboxRepository;
  readonly pictureReferences: PictureReferenceRepository;
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly samples: SampleRepository;
  readonly sampleImports: SampleImportRepository;
  readonly dataSetVersions: DataSetVersionRepository;
  readonly models: ModelRepository;
  readonly labelTasks: LabelTaskRepository;

  constructor(tables: Tables) {
    this.shops = new ShopRepository(tables);
    this.shopDefinitions = new ShopDefinitionRepository(tables);
    this.cameras = new CameraRepository(tables);
    this.cameraHealth = new CameraHealthRepository(tables);
    this.frames = new FrameRepository(tables);
    this.observations = new SlotObservationRepository(tables);
    this.slotStates = new SlotStateRepository(tables);
    this.stockEvents = new StockEventRepository(tables);
    this.decisions = new DecisionRepository(tables);
    this.reorders = new ReorderRepository(tables);
    this.stockLevels = new StockLevelRepository(tables);
    this.suppressions = new SuppressionRepository(tables);
    this.outbox = new OutboxRepository(tables);
    this.pictureReferences = new PictureReferenceRepository(tables);
    this.users = new UserRepository(tables);
    this.sessions = new SessionRepository(tables);
    this.apiKeys = new ApiKeyRepository(tables);
    this.samples = new SampleRepository(tables);
    this.sampleImports = new SampleImportRepository(tables);
    this.dataSetVersions = new DataSetVersionRepository(tables);
    this.models = new ModelRepository(tables);
    this.labelTasks = new LabelTaskRepository(tables);
  }
}
