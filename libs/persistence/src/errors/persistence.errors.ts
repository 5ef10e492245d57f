/** What can go wrong in this library. `cause` holds the driver's error. */
export abstract class PersistenceError extends Error {
  abstract readonly code: string;
  /** Whether the same work may succeed when tried again later. */
  abstract readonly retriable: boolean;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The database cannot be reached, is starting, stopping or out of room. */
export class PersistenceUnavailable extends PersistenceError {
  readonly code = 'PERSISTENCE_UNAVAILABLE';
  readonly retriable = true;
}

/** Two transactions got in each other's way; the work was rolled back and can simply be done again. */
export class PersistenceConflict extends PersistenceError {
  readonly code = 'PERSISTENCE_CONFLICT';
  readonly retriable = true;
}

/** A rule of the schema refused the row: a duplicate, a missing parent, a fact that must not change. */
export class ConstraintViolated extends PersistenceError {
  readonly code = 'PERSISTENCE_CONSTRAINT';
  readonly retriable = false;

  constructor(
    /** Name of the constraint or index, where PostgreSQL tells it. */
    readonly constraint: string | undefined,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A statement is wrong or met something unexpected: a defect, not worth a retry. */
export class PersistenceFailure extends PersistenceError {
  readonly code = 'PERSISTENCE_FAILURE';
  readonly retriable = false;
}

/** A shop definition names a slot or camera that another store has. */
export class OwnedByAnotherStore extends PersistenceError {
  readonly code = 'PERSISTENCE_OWNED_BY_ANOTHER_STORE';
  readonly retriable = false;

  constructor(
    readonly kind: 'slot' | 'camera',
    readonly id: string,
    readonly storeId: string,
  ) {
    super(`The ${kind} ${id} belongs to store ${storeId}; ids are unique across stores.`);
  }
}
