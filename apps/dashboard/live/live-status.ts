/** `connecting` before the first connection, `reconnecting` after one was lost. */
export type LiveStatus = 'connecting' | 'live' | 'reconnecting';
