import { toCloudEventHeaders } from '@shelfwatch/contracts';
import type { OutboxMessage } from '@shelfwatch/persistence';
import { naturalId } from './natural-id.js';

export interface Letter<T> {
  topic: { name: string };
  key: string;
  /** When it happened: by the camera's clock where a picture tells it. */
  time: Date;
  body: T;
  /** The service that says it, for instance `/ingestion`. */
  source: string;
}

/** A message for the outbox. The same facts make the same message id, so that readers can tell a repetition. */
export function post<T>({ topic, key, time, body, source }: Letter<T>): OutboxMessage {
  const payload = Buffer.from(JSON.stringify(body));
  const id = naturalId(topic.name, key, time.toISOString(), payload.toString());
  const headers = toCloudEventHeaders({ id, type: topic.name, source, time, subject: key });
  return { topic: topic.name, key, headers, payload };
}
