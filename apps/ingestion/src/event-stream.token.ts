/** Injection token of the {@link EventStream}, which is an interface and leaves nothing behind at run time. */
export const EVENT_STREAM = Symbol('EVENT_STREAM');
